package dev.interlock.web.reference;

import dev.interlock.api.Contract;
import dev.interlock.openapi.Operation;
import dev.interlock.security.AllowSignedIn;
import dev.interlock.web.shell.Crumb;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Lists the calls of the JSON contract, and shows each with its parts and as a curl command. */
@Controller
@AllowSignedIn
@RequestMapping("/reference")
class ReferencePages {
    private final Contract contract;

    ReferencePages(Contract contract) {
        this.contract = contract;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "") String q, Model model) {
        var groups = groups(q);
        var found = groups.stream().mapToInt(group -> group.calls().size()).sum();
        model.addAttribute("groups", groups).addAttribute("q", q);
        model.addAttribute("found", found == 1 ? "1 call" : found + " calls");
        return "reference/list";
    }

    @GetMapping("/{name}")
    String call(@PathVariable String name, Model model) {
        var operation = find(name)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no call " + name + "."));
        var server =
                ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString();
        model.addAttribute("call", CallShown.of(operation, contract.document(), server));
        model.addAttribute("crumbs", List.of(new Crumb("REST calls", "/reference")));
        return "reference/call";
    }

    private Optional<Operation> find(String name) {
        return contract.document().operationById(name);
    }

    private List<CallLine.Group> groups(String words) {
        Map<String, List<CallLine>> calls = new LinkedHashMap<>();
        contract.document()
                .at("/tags")
                .ifPresent(tags -> tags.valueStream()
                        .forEach(tag -> calls.put(tag.path("name").asString(""), new ArrayList<>())));
        for (var operation : contract.document().operations()) {
            var group = operation.tags().isEmpty() ? "Others" : operation.tags().getFirst();
            var line = CallLine.of(operation);
            if (line.matches(words)) {
                calls.computeIfAbsent(group, name -> new ArrayList<>()).add(line);
            }
        }
        return calls.entrySet().stream()
                .filter(group -> !group.getValue().isEmpty())
                .map(group -> new CallLine.Group(group.getKey(), List.copyOf(group.getValue())))
                .toList();
    }
}
