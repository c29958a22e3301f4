package dev.interlock.testcase;

import dev.interlock.catalog.ServiceKey;
import dev.interlock.openapi.InterfaceChange;
import dev.interlock.platform.ProjectId;
import java.util.List;

/** Who would notice a change of an interface: paths over its operations, test cases that call them, their assertions. */
public interface InterfaceUses {

    /** The changes with who uses what changed, the ones that matter most first: by use, then by severity. */
    List<RankedChange> rank(ProjectId project, ServiceKey service, List<InterfaceChange> changes);
}
