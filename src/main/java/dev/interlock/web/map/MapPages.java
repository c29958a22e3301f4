package dev.interlock.web.map;

import dev.interlock.catalog.ServiceKey;
import dev.interlock.platform.Keys;
import dev.interlock.security.Access;
import dev.interlock.security.Allow;
import dev.interlock.security.Role;
import dev.interlock.web.paths.PathRow;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The service map, as a picture or as a table. */
@Controller
class MapPages {
    private static final int MOST_NODES = 150;

    private final Landscape.Reader landscapes;
    private final MapLayouts layouts;

    MapPages(Landscape.Reader landscapes, MapLayouts layouts) {
        this.landscapes = landscapes;
        this.layouts = layouts;
    }

    /**
     * What the address of the map says.
     *
     * @param focus a service
     * @param to with focus: the provider of the chosen integration
     * @param depth 1 to 4 steps from the focus; 0 shows everything
     * @param colour risk, result or coverage
     * @param show "untested" for only what no test exercises
     * @param as "table" for rows
     */
    record View(
            @Nullable String focus,
            @Nullable String to,
            @Nullable Integer depth,
            @Nullable String colour,
            @Nullable String show,
            @Nullable String as) {

        int steps() {
            return depth == null ? 0 : Math.clamp(depth, 0, 4);
        }

        public String colours() {
            return colour == null ? "risk" : colour;
        }

        public boolean hasFocus() {
            return focus != null && Keys.isWellFormed(focus);
        }
    }

    @GetMapping("/p/{project}/map")
    @Allow(Role.VIEWER)
    String map(Access access, View view, Model model) {
        var whole = landscapes.read(access.project());
        var part = part(whole, view);
        var tooMany = part.services().size() > MOST_NODES;
        model.addAttribute("access", access);
        model.addAttribute("base", "/p/" + access.projectKey());
        model.addAttribute("view", view);
        model.addAttribute("whole", whole);
        model.addAttribute("tooMany", tooMany);
        model.addAttribute("chosen", chosen(whole, view));
        if (!tooMany) {
            model.addAttribute("picture", picture(part, view));
        }
        return "map/map";
    }

    private Picture picture(Landscape part, View view) {
        var keys = part.services().stream().map(service -> service.key()).toList();
        var wires = part.wires().stream()
                .filter(wire -> keys.contains(wire.consumer()) && keys.contains(wire.provider()))
                .toList();
        var drawn = new Landscape(part.services(), wires, part.paths(), part.problems());
        return Picture.of(drawn, layouts.of(keys, wires), view.colours());
    }

    private static Landscape part(Landscape whole, View view) {
        var shown = "untested".equals(view.show()) ? whole.untested() : whole;
        return view.hasFocus() && view.steps() > 0
                ? shown.around(ServiceKey.of(String.valueOf(view.focus())), view.steps())
                : shown;
    }

    /** The paths through the chosen service or over the chosen integration. */
    private static List<PathRow> chosen(Landscape whole, View view) {
        if (!view.hasFocus()) {
            return List.of();
        }
        return view.to() == null
                ? Picture.through(whole, ServiceKey.of(String.valueOf(view.focus())))
                : whole.pathsByWire().getOrDefault(view.focus() + " -> " + view.to(), List.of());
    }
}
