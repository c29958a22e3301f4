package dev.interlock.web.shell;

import dev.interlock.security.Role;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One line of the side bar.
 *
 * @param name last part of its address below the project, empty for Home; also its name for shortcuts
 * @param label what a person reads
 * @param icon name in the sprite
 * @param role who may open it, with those above
 */
public record Entry(String name, String label, String icon, Role role) {

    /** A line for everybody who may see the project. */
    Entry(String name, String label, String icon) {
        this(name, label, icon, Role.VIEWER);
    }

    /** A heading of the side bar with its lines; the first group has no heading. */
    public record Group(String label, List<Entry> entries) {}

    private static final List<Group> SIDE = List.of(
            new Group("", List.of(new Entry("", "Home", "home"))),
            new Group(
                    "Model",
                    List.of(
                            new Entry("map", "Map", "map"),
                            new Entry("services", "Services", "service"),
                            new Entry("paths", "Paths", "path"),
                            new Entry("readiness", "Readiness", "readiness"),
                            new Entry("risk", "Risk", "risk"))),
            new Group(
                    "Test",
                    List.of(
                            new Entry("tests", "Tests", "test"),
                            new Entry("suites", "Suites", "suite"),
                            new Entry("plans", "Plans", "plan"),
                            new Entry("runs", "Runs", "run"),
                            new Entry("problems", "Problems", "problem"),
                            new Entry("flaky", "Flaky", "flaky-nav"))),
            new Group(
                    "Operate",
                    List.of(
                            new Entry("schedules", "Schedules", "schedule"),
                            new Entry("environments", "Environments", "environment"),
                            new Entry("import", "Import", "import"))),
            new Group(
                    "Admin",
                    List.of(
                            new Entry("members", "Members", "users"),
                            new Entry("tokens", "Tokens", "key", Role.ADMIN),
                            new Entry("audit", "Audit", "audit", Role.ADMIN),
                            new Entry("settings", "Settings", "settings", Role.ADMIN))));

    /** The side bar of somebody in this role. */
    public static List<Group> side(Role role) {
        return SIDE.stream()
                .map(group -> new Group(
                        group.label(),
                        group.entries().stream()
                                .filter(entry -> role.includes(entry.role()))
                                .toList()))
                .toList();
    }

    /** What the side bar of the demo has more. */
    static final Group DEMO = new Group("Demo", List.of(new Entry("demo", "Faults", "warn")));

    /** The entry a page belongs to, by the first part of its address below the project. */
    static Optional<Entry> of(String part) {
        var name = switch (part) {
            case "integrations" -> "map";
            case "triggers" -> "schedules";
            default -> part;
        };
        return Stream.concat(SIDE.stream(), Stream.of(DEMO))
                .flatMap(group -> group.entries().stream())
                .filter(entry -> entry.name().equals(name))
                .findFirst();
    }

    /** The name shortcuts and tests use: "home" for Home. */
    public String nav() {
        return name.isEmpty() ? "home" : name;
    }
}
