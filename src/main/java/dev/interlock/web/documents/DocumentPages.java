package dev.interlock.web.documents;

import dev.interlock.ingest.DoneImports;
import dev.interlock.ingest.ImportWish;
import dev.interlock.ingest.Imports;
import dev.interlock.ingest.IngestProblem;
import dev.interlock.openapi.Upload;
import dev.interlock.security.Access;
import dev.interlock.security.Allow;
import dev.interlock.security.Role;
import dev.interlock.web.shell.Pending;
import dev.interlock.web.shell.Refusals;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Imports documents: shows what they would add, stores it once it is confirmed, and undoes it. */
@Controller
class DocumentPages {
    private final Imports imports;
    private final DoneImports done;
    private final Pending<List<Upload>> pending = Pending.sized(
            files -> files.stream().mapToInt(file -> file.content().length).sum());

    DocumentPages(Imports imports, DoneImports done) {
        this.imports = imports;
        this.done = done;
    }

    @GetMapping("/p/{project}/import/documents")
    @Allow(Role.TESTER)
    String form(Access access, Model model) {
        model.addAttribute("access", access);
        model.addAttribute("base", "/p/" + access.projectKey());
        model.addAttribute("recent", done.recent(access.project()));
        return "documents/import";
    }

    /** Shows what the documents would add; nothing is stored. */
    @PostMapping("/p/{project}/import/documents")
    @Allow(Role.TESTER)
    String preview(Access access, SentDocuments sent, Model model, HttpServletResponse response) {
        return Refusals.attempt(
                model,
                response,
                () -> {
                    var files = sent.uploads();
                    var wish = new ImportWish(null, Set.of(), true);
                    model.addAttribute("preview", imports.read(access.project(), files, wish, access.actor()));
                    model.addAttribute("pending", pending.keep(access.project(), files));
                    return form(access, model);
                },
                () -> form(access, model));
    }

    @PostMapping("/p/{project}/import/documents/confirm")
    @Allow(Role.TESTER)
    String confirm(
            Access access,
            @RequestParam("pending") String word,
            @RequestParam(defaultValue = "") Set<String> accept,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        return Refusals.attempt(
                model,
                response,
                () -> {
                    var files = pending.find(access.project(), word).orElseThrow(DocumentPages::gone);
                    var wish = new ImportWish(null, accept, false);
                    var answer = imports.read(access.project(), files, wish, access.actor());
                    flash.addFlashAttribute(
                            "notice",
                            "Imported: %d added, %d changed, %d as before."
                                    .formatted(
                                            answer.added().size(),
                                            answer.changed().size(),
                                            answer.matched().size()));
                    return back(access);
                },
                () -> form(access, model));
    }

    @PostMapping("/p/{project}/import/documents/{id}/undo")
    @Allow(Role.TESTER)
    String undo(
            Access access, @PathVariable long id, Model model, HttpServletResponse response, RedirectAttributes flash) {
        return Refusals.attempt(
                model,
                response,
                () -> {
                    var undone = done.undo(access.project(), id, access.actor());
                    flash.addFlashAttribute(
                            "notice",
                            "Undone: %d services and %d integrations were removed."
                                    .formatted(undone.services(), undone.integrations()));
                    return back(access);
                },
                () -> form(access, model));
    }

    private static RuntimeException gone() {
        return IngestProblem.DOCUMENT_IS_REFUSED.because(
                "The documents that were looked at are no longer kept; they wait a quarter of an hour.");
    }

    private static String back(Access access) {
        return "redirect:/p/" + access.projectKey() + "/import/documents";
    }
}
