package dev.interlock.testcase;

import dev.interlock.catalog.PathKey;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.platform.ProjectId;
import java.util.List;
import java.util.Set;

/** Which test cases exercise which hops of which paths. */
public interface Coverages {

    /** Everything covered in a project, by test and path. */
    List<Coverage> of(ProjectId project);

    /** What these test cases cover, by test and path. */
    List<Coverage> of(ProjectId project, List<TestKey> tests);

    /** The test cases that cover one of these paths. */
    Set<TestKey> over(ProjectId project, Set<PathKey> paths);

    /** The test cases whose steps call one of these services, whether or not a path knows of it. */
    Set<TestKey> calling(ProjectId project, Set<ServiceKey> services);

    /** What one test case covers, by path. */
    List<Coverage> of(ProjectId project, TestKey test);
}
