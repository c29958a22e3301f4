package dev.interlock.journey;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;

/** Presses links and buttons by their names, and counts. */
final class CountedClicks {
    private final Page page;
    private int count;

    CountedClicks(Page page) {
        this.page = page;
    }

    void button(String name) {
        press(AriaRole.BUTTON, name);
    }

    void link(String name) {
        press(AriaRole.LINK, name);
    }

    /** Chooses a file: one press that opens the dialog of the system. */
    void file(String label, Path file) {
        count++;
        page.getByLabel(label).setInputFiles(file);
    }

    /** How many there were since the last call. */
    int taken() {
        var taken = count;
        count = 0;
        return taken;
    }

    private void press(AriaRole role, String name) {
        count++;
        page.locator("main, nav.side")
                .getByRole(role, new Locator.GetByRoleOptions().setName(name))
                .first()
                .click();
    }
}
