package dev.interlock.notify.news;

import dev.interlock.catalog.IntegrationPath;
import dev.interlock.catalog.Paths;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.catalog.ServiceVersion;
import dev.interlock.catalog.Versions;
import dev.interlock.execution.Run;
import dev.interlock.history.ProblemGroup;
import dev.interlock.notify.send.Message;
import dev.interlock.notify.send.Message.CommitFacts;
import dev.interlock.notify.send.Message.ProblemFacts;
import dev.interlock.notify.send.Message.RunFacts;
import dev.interlock.platform.ProjectId;
import dev.interlock.security.Project;
import dev.interlock.security.Projects;
import dev.interlock.testcase.Coverage;
import dev.interlock.testcase.Coverages;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Says what happened. */
@Component
class Wording {
    private final Projects projects;
    private final Versions versions;
    private final Paths paths;
    private final Coverages coverages;
    private final InstantSource clock;
    private final String server;

    Wording(
            Projects projects,
            Versions versions,
            Paths paths,
            Coverages coverages,
            InstantSource clock,
            @Value("${interlock.base-url:}") String server) {
        this.projects = projects;
        this.versions = versions;
        this.paths = paths;
        this.coverages = coverages;
        this.clock = clock;
        this.server = server;
    }

    Message run(ProjectId project, Run run, String type) {
        var facts = facts(run);
        var title = run.key() + (run.branch().isEmpty() ? "" : " on " + run.branch()) + ": " + outcome(facts);
        return new Message(
                type, key(project), title, summary(facts), link(project, "runs/" + run.key()), facts, null, null);
    }

    Message problem(ProjectId project, Run run, ProblemGroup problem) {
        var blame = problem.blame();
        var hop = blame == null ? "" : blame.sentence();
        var facts = new ProblemFacts(
                problem.id(), problem.sentence(), hop, problem.cause().name(), problem.team(), problem.testCount());
        var text = (hop.isEmpty() ? "" : hop + "\n") + count(problem.testCount(), "test") + " of " + run.key()
                + (problem.testCount() == 1 ? " has it." : " have it.");
        return new Message(
                Message.PROBLEM_NEW,
                key(project),
                "New problem: " + problem.sentence(),
                text,
                link(project, "problems/" + problem.id()),
                facts(run),
                facts,
                null);
    }

    /** What the repository of a service is told. */
    CommitFacts commit(ProjectId project, Run run, String service, String link) {
        var key = new ServiceKey(service);
        var version = run.versions().getOrDefault(key, "");
        var commit = versions.of(project, key).stream()
                .filter(known -> known.version().equals(version))
                .map(ServiceVersion::commit)
                .findFirst()
                .orElse("");
        return new CommitFacts(service, version, commit, comment(project, run, key, link));
    }

    private String comment(ProjectId project, Run run, ServiceKey service, String link) {
        var through = paths.through(project, service).stream()
                .map(IntegrationPath::key)
                .collect(Collectors.toSet());
        var tested = coverages.of(project).stream().map(Coverage::path).collect(Collectors.toSet());
        var untested = through.stream().filter(path -> !tested.contains(path)).count();
        var facts = facts(run);
        return "**" + service + "** touches " + count(through.size(), "path") + ": " + count(facts.total(), "test")
                + ", "
                + took(Duration.ofMillis(facts.tookMs())) + ", **" + outcome(facts) + "**; "
                + count(untested, "path") + " untested.\n\n" + summary(facts)
                + (link.isEmpty() ? "" : "\n\n[" + run.key() + "](" + link + ")");
    }

    private RunFacts facts(Run run) {
        var counts = run.counts();
        Map<String, String> met = new TreeMap<>();
        run.versions().forEach((service, version) -> met.put(service.value(), version));
        return new RunFacts(
                run.key(),
                run.state().name(),
                Objects.toString(run.verdict(), ""),
                Objects.toString(run.plan(), ""),
                run.purpose().name(),
                run.branch(),
                run.change(),
                Objects.toString(run.environment(), ""),
                counts.total(),
                counts.passed(),
                counts.failed(),
                counts.broken(),
                counts.blocked(),
                run.took(clock.instant()).toMillis(),
                met);
    }

    private static String outcome(RunFacts facts) {
        return facts.verdict().isEmpty() ? facts.state() : facts.verdict();
    }

    private static String summary(RunFacts facts) {
        if (facts.verdict().isEmpty() && !"CANCELLED".equals(facts.state())) {
            return "The run began.";
        }
        return count(facts.total(), "test") + ": " + facts.passed() + " passed, " + facts.failed() + " failed, "
                + facts.broken() + " broken, " + facts.blocked() + " blocked.";
    }

    private static String took(Duration time) {
        return time.toSeconds() < 90 ? time.toSeconds() + " s" : Math.ceilDiv(time.toSeconds(), 60) + " min";
    }

    private static String count(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    private String key(ProjectId project) {
        return projects.find(project).map(Project::key).orElse("");
    }

    private String link(ProjectId project, String page) {
        return server.isEmpty() ? "" : server + "/p/" + key(project) + "/" + page;
    }
}
