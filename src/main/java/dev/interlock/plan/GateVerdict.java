package dev.interlock.plan;

import java.util.List;

/**
 * The verdict of a gate with one reason for each condition asked, failed ones first.
 */
public record GateVerdict(Verdict verdict, List<GateReason> reasons) {
    public GateVerdict {
        reasons = List.copyOf(reasons);
    }
}
