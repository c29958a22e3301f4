package dev.interlock.web;

import dev.interlock.catalog.PathKey;
import dev.interlock.ingest.DoneImport;
import dev.interlock.ingest.DoneImports;
import dev.interlock.ingest.Imports;
import dev.interlock.ingest.Rename;
import dev.interlock.ingest.Renames;
import dev.interlock.ingest.ResultRule;
import dev.interlock.ingest.ResultRules;
import java.util.List;
import java.util.Map;

/** Doubles of what results made elsewhere are linked to. */
final class Reported {
    private Reported() {}

    static ResultRules rules() {
        var rules = List.of(
                ResultRule.ofName("shop.checkout.*", PathKey.of("checkout")),
                new ResultRule("orders", ResultRule.Subject.PROPERTY, "story", "SHOP-*", PathKey.of("checkout"), null));
        return Answers.of(ResultRules.class, Map.of("all", _ -> rules));
    }

    static Renames renames() {
        var renames = List.of(
                new Rename(
                        1,
                        "shop.OrderTest.paysOrder",
                        "shop.OrderTest.paysTheOrder",
                        Rename.State.PROPOSED,
                        0.87,
                        "R-12",
                        Shop.NOW),
                new Rename(2, "shop.CartTest.adds", "shop.BasketTest.adds", Rename.State.ACCEPTED, 1, "", Shop.NOW));
        return Answers.of(Renames.class, Map.of("all", _ -> renames));
    }

    static Imports imports() {
        return Answers.of(Imports.class, Map.of());
    }

    static DoneImports done() {
        var done = List.of(
                new DoneImport(2, "COMPOSE", Shop.NOW, "Ana", 8, 12, false, true),
                new DoneImport(1, "BACKSTAGE", Shop.NOW, "Ana", 2, 1, true, false));
        return Answers.of(DoneImports.class, Map.of("recent", _ -> done));
    }
}
