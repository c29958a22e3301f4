package dev.interlock.execution.book;

import dev.interlock.execution.ManualStepVerdict;
import java.util.List;

/** What is kept of a person's verdict. */
record ManualDetail(List<ManualStepVerdict> manual, String note) {}
