package dev.interlock.api.access;

import dev.interlock.platform.FilterQuery;
import dev.interlock.platform.Slice;
import dev.interlock.security.Access;
import dev.interlock.security.Allow;
import dev.interlock.security.AuditEntry;
import dev.interlock.security.AuditLog;
import dev.interlock.security.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who did what in a project. */
@RestController
@RequestMapping("/api/v1/projects/{project}/audit")
class AuditEndpoints {
    private final AuditLog audit;

    AuditEndpoints(AuditLog audit) {
        this.audit = audit;
    }

    @GetMapping
    @Allow(Role.ADMIN)
    Slice<AuditEntry> list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int limit,
            Access access) {
        return audit.list(access.project(), FilterQuery.parse(q, AuditLog.FIELDS), after, limit);
    }
}
