package dev.interlock.demo;

import dev.interlock.demo.BlameScore.Result;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** The page about blame: the figures, then every fault at every hop. */
final class BlameReport {
    private static final String HEAD = """
            # Blame: which hop is named

            Every kind of fault is switched on at every hop of the demo shop, in the one operation the hop uses, and the test
            that goes over the hop is run over real sockets: once with the spans the shop sends, once with the spans hidden.
            This page is written by

                mvn verify -Dit.test=BlameIT -Dtest=NoTests -Dsurefire.failIfNoSpecifiedTests=false -Dinterlock.benchmark=true

            *Right first*: the hop named first is the one with the fault (its called end, and its calling end where the
            answer is certain). *Confident and wrong*: another hop was named from the trace as certain. *Right cause*: the
            class of the cause is what the entry shows of the fault: CONTRACT when content that breaks the contract is handed
            on, else ASSERTION. A fault the test does not notice, such as a number nobody reads, counts for nothing.

            The services of the shop hand on why they failed, so that the answer of the entry names the service behind. Where
            a system hides that, the entry alone says less: then the stretch is named, and still nothing is claimed.

            """;

    private BlameReport() {}

    static String of(BlameScore traced, BlameScore entry) {
        var page = new StringBuilder(HEAD);
        page.append("| | with the trace | from the entry alone |\n| --- | --- | --- |\n");
        row(page, "faults tried", traced.results().size(), entry.results().size());
        row(page, "noticed by the test", traced.seen(), entry.seen());
        row(page, "right first", percent(traced.rightFirst()), percent(entry.rightFirst()));
        row(
                page,
                "confident and wrong",
                traced.confidentlyWrong().size(),
                entry.confidentlyWrong().size());
        row(page, "right cause", percent(traced.rightCause()), percent(entry.rightCause()));
        page.append("\n## By kind of fault\n\n| kind | noticed | right first, trace | right first, entry |\n")
                .append("| --- | --- | --- | --- |\n");
        var kinds = new LinkedHashMap<String, Predicate<Result>>();
        traced.results()
                .forEach(result -> kinds.putIfAbsent(
                        result.cell().fault().words(),
                        one -> one.cell().fault() == result.cell().fault()));
        kinds.forEach((kind, which) -> group(page, kind, only(traced, which), only(entry, which)));
        page.append("\n## By hop\n\n| hop | noticed | right first, trace | right first, entry |\n")
                .append("| --- | --- | --- | --- |\n");
        var hops = new LinkedHashMap<String, Predicate<Result>>();
        traced.results()
                .forEach(result -> hops.putIfAbsent(
                        name(result),
                        one -> one.cell().place().equals(result.cell().place())));
        hops.forEach((hop, which) -> group(page, hop, only(traced, which), only(entry, which)));
        misses(page, "with the trace", traced.misses());
        misses(page, "from the entry alone", entry.misses());
        return page.toString();
    }

    private static void misses(StringBuilder page, String how, List<Result> misses) {
        page.append("\n## Not right first, ").append(how).append("\n\n");
        if (misses.isEmpty()) {
            page.append("None.\n");
        }
        misses.forEach(result -> page.append("- ")
                .append(name(result))
                .append(" ")
                .append(result.cell().fault().words())
                .append(": ")
                .append(result.sentence())
                .append("\n"));
    }

    private static String name(Result result) {
        var place = result.cell().place();
        return result.cell().hop() + " `" + place.operation() + "` (" + place.test() + ")";
    }

    private static void group(StringBuilder page, String name, BlameScore traced, BlameScore entry) {
        page.append("| ").append(name).append(" | ").append(traced.seen()).append(" of ");
        page.append(traced.results().size())
                .append(" | ")
                .append(percent(traced))
                .append(" | ");
        page.append(percent(entry)).append(" |\n");
    }

    private static BlameScore only(BlameScore all, Predicate<Result> which) {
        return new BlameScore(all.results().stream().filter(which).toList());
    }

    private static void row(StringBuilder page, String what, Object traced, Object entry) {
        page.append("| ")
                .append(what)
                .append(" | ")
                .append(traced)
                .append(" | ")
                .append(entry)
                .append(" |\n");
    }

    private static String percent(BlameScore score) {
        return score.seen() == 0 ? "–" : percent(score.rightFirst());
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}
