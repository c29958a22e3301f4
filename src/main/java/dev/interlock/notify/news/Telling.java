package dev.interlock.notify.news;

import dev.interlock.execution.Run;
import dev.interlock.history.ProblemGroup;
import dev.interlock.history.Problems;
import dev.interlock.history.Purpose;
import dev.interlock.notify.Channel;
import dev.interlock.notify.ChannelDraft;
import dev.interlock.notify.channel.ChannelTable;
import dev.interlock.notify.send.DeliveryTable;
import dev.interlock.notify.send.Message;
import dev.interlock.notify.send.Receiver;
import dev.interlock.platform.ProjectId;
import dev.interlock.security.Team;
import dev.interlock.security.Teams;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Decides who is told what. */
@Component
class Telling {
    private final ChannelTable channels;
    private final Teams teams;
    private final Problems problems;
    private final NewsTable told;
    private final DeliveryTable deliveries;
    private final Wording wording;
    private final InstantSource clock;

    Telling(
            ChannelTable channels,
            Teams teams,
            Problems problems,
            NewsTable told,
            DeliveryTable deliveries,
            Wording wording,
            InstantSource clock) {
        this.channels = channels;
        this.teams = teams;
        this.problems = problems;
        this.told = told;
        this.deliveries = deliveries;
        this.wording = wording;
        this.clock = clock;
    }

    /** Tells every channel that asks for this run. */
    void tellRun(ProjectId project, Run run, String type) {
        for (var channel : open(project)) {
            var draft = channel.draft();
            if (asksFor(draft, run)) {
                var message = wording.run(project, run, type);
                deliveries.add(
                        project,
                        Receiver.channel(channel.key()),
                        draft.kind().isRepository()
                                ? message.about(wording.commit(project, run, draft.service(), message.link()))
                                : message);
            }
        }
    }

    /** Tells new problems of main to the channels that ask for them, and to the team of the blamed hop. */
    void tellProblems(ProjectId project, Run run) {
        if (!run.evidence() || run.purpose() != Purpose.MAIN) {
            return;
        }
        var fresh = problems.ofRun(project, run.id()).stream()
                .filter(ProblemGroup::fresh)
                .toList();
        for (var problem : fresh) {
            var message = wording.problem(project, run, problem);
            receivers(project, problem).forEach(receiver -> tellOnce(project, receiver, problem, message));
        }
    }

    private void tellOnce(ProjectId project, Receiver receiver, ProblemGroup problem, Message message) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        if (told.isFirstToday(project, receiver.name(), problem.id(), today)) {
            deliveries.add(project, receiver, message);
        }
    }

    private List<Receiver> receivers(ProjectId project, ProblemGroup problem) {
        var asking = open(project).stream()
                .filter(channel -> channel.draft().problems()
                        && !channel.draft().kind().isRepository()
                        && (channel.draft().team().isEmpty()
                                || channel.draft().team().equals(problem.team())))
                .map(channel -> Receiver.channel(channel.key()));
        var owners = teams.find(project, problem.team()).stream()
                .flatMap(team -> IntStream.range(0, team.channels().size())
                        .filter(at -> team.channels().get(at).kind() != Team.Kind.CHAT)
                        .mapToObj(at -> Receiver.team(team, at)));
        return Stream.concat(asking, owners).toList();
    }

    private List<Channel> open(ProjectId project) {
        return channels.all(project).stream()
                .filter(channel -> channel.draft().enabled())
                .toList();
    }

    private static boolean asksFor(ChannelDraft draft, Run run) {
        return draft.runs()
                && (draft.purpose() == null || draft.purpose() == run.purpose())
                && (draft.branch().isEmpty() || draft.branch().equals(run.branch()));
    }
}
