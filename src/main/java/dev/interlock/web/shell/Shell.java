package dev.interlock.web.shell;

import dev.interlock.security.Role;
import dev.interlock.web.assets.Assets;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the frame of a page shows.
 *
 * @param assets where style sheet, scripts and icons are
 * @param preferences how this browser wants its pages
 * @param project the project of the page, if it belongs to one
 * @param role what the reader is in that project
 * @param projects the projects a person may choose from
 * @param person name of the person signed in, if any
 * @param administers whether that person administers the installation
 * @param current name of the side bar entry the page belongs to, or empty
 * @param csrfHeaders JSON object with the header htmx sends along, or null
 */
public record Shell(
        Assets assets,
        Preferences preferences,
        @Nullable ProjectLink project,
        Role role,
        List<ProjectLink> projects,
        @Nullable String person,
        boolean administers,
        String current,
        @Nullable String csrfHeaders) {

    /**
     * A project as a choice.
     *
     * @param demo whether it is the demo, which has pages of its own
     */
    public record ProjectLink(String key, String name, boolean demo) {
        /** Address of the project's Home. */
        public String href() {
            return "/p/" + key;
        }
    }

    /** The lines of the side bar. */
    public List<Entry.Group> side() {
        var lines = Entry.side(role);
        return project != null && project.demo()
                ? Stream.concat(lines.stream(), Stream.of(Entry.DEMO)).toList()
                : lines;
    }

    /** Address of an icon in the sprite. */
    public String icon(String name) {
        return assets.url("icons.svg") + "#" + name;
    }

    /** Address of a file of the frontend. */
    public String asset(String path) {
        return assets.url(path);
    }
}
