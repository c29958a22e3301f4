package dev.interlock.web.account;

import org.jspecify.annotations.Nullable;

/** Where to go after signing in: a path of this service, never another site. */
final class LocalPath {
    private LocalPath() {}

    static String of(@Nullable String wanted) {
        if (wanted == null) {
            return "/";
        }
        var isLocal = wanted.startsWith("/")
                && !wanted.startsWith("//")
                && wanted.chars().noneMatch(c -> c == '\\' || Character.isISOControl(c) || c > 126);
        return isLocal ? wanted : "/";
    }
}
