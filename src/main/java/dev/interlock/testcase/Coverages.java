package dev.interlock.testcase;

import dev.interlock.platform.ProjectId;
import java.util.List;

/** Which test cases exercise which hops of which paths. */
public interface Coverages {

    /** Everything covered in a project, by test and path. */
    List<Coverage> of(ProjectId project);

    /** What one test case covers, by path. */
    List<Coverage> of(ProjectId project, TestKey test);
}
