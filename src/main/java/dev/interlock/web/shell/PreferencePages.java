package dev.interlock.web.shell;

import dev.interlock.security.AllowAnyone;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How this browser shows pages. */
@Controller
class PreferencePages {
    private static final Duration KEPT = Duration.ofDays(365);

    @GetMapping("/preferences")
    @AllowAnyone("Shows only what the browser itself sent.")
    String form(HttpServletRequest request, Model model) {
        model.addAttribute("now", Preferences.of(request));
        return "shell/preferences";
    }

    @PostMapping("/preferences")
    @AllowAnyone("Sets cookies of the browser that asks, to words of a fixed list.")
    ResponseEntity<Void> save(@RequestParam Map<String, String> form) {
        var headers = new HttpHeaders();
        headers.add(HttpHeaders.LOCATION, "/preferences");
        Preferences.VALUES.forEach((name, values) -> {
            var value = form.get(name);
            if (value != null && values.contains(value)) {
                headers.add(HttpHeaders.SET_COOKIE, cookie(name, value).toString());
            }
        });
        return ResponseEntity.status(303).headers(headers).build();
    }

    private static ResponseCookie cookie(String name, String value) {
        return ResponseCookie.from(Preferences.COOKIE + name, value)
                .path("/")
                .maxAge(KEPT)
                .sameSite("Lax")
                .build();
    }
}
