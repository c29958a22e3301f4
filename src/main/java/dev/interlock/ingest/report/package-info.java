/** Takes reports of results made elsewhere: reads their files, links their cases to paths, stores them as a run. */
@NullMarked
package dev.interlock.ingest.report;

import org.jspecify.annotations.NullMarked;
