package dev.interlock.api.access;

import dev.interlock.api.Answers;
import dev.interlock.platform.Slice;
import dev.interlock.security.Access;
import dev.interlock.security.Allow;
import dev.interlock.security.Invitation;
import dev.interlock.security.Invitations;
import dev.interlock.security.Member;
import dev.interlock.security.Members;
import dev.interlock.security.Role;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Members of a project and invitations to it. */
@RestController
@RequestMapping("/api/v1/projects/{project}")
class MemberEndpoints {
    private static final Duration USUAL = Duration.ofDays(7);

    private final Members members;
    private final Invitations invitations;

    MemberEndpoints(Members members, Invitations invitations) {
        this.members = members;
        this.invitations = invitations;
    }

    /** A member as JSON. */
    record Shown(long id, String name, String email, String role, boolean active, Instant since) {
        static Shown of(Member member) {
            return new Shown(
                    member.personId(),
                    member.name(),
                    member.email(),
                    member.role().word(),
                    member.active(),
                    member.since());
        }
    }

    /** What is written of a member or an invitation. */
    record Written(@Nullable String role, @Nullable Long validForMs) {}

    /** An invitation; the link is in the answer that made it only. */
    record Invited(
            long id,
            String role,
            String invitedBy,
            Instant expiresAt,
            @Nullable String link) {
        static Invited of(Invitation invitation, @Nullable String link) {
            return new Invited(
                    invitation.id(), invitation.role().word(), invitation.invitedBy(), invitation.expiresAt(), link);
        }
    }

    @GetMapping("/members")
    @Allow(Role.VIEWER)
    Slice<Shown> list(Access access) {
        return new Slice<>(members.all(access.project()).stream().map(Shown::of).toList(), null);
    }

    @PostMapping("/members")
    @Allow(Role.ADMIN)
    @ResponseStatus(HttpStatus.CREATED)
    Invited invite(@RequestBody Written written, Access access) {
        var validFor = written.validForMs() == null ? USUAL : Duration.ofMillis(written.validForMs());
        var made = invitations.invite(access.project(), Words.role(written.role()), validFor, access.actor());
        return Invited.of(made.invitation(), Answers.page("/invitations/" + made.secret()));
    }

    @PatchMapping("/members/{person}")
    @Allow(Role.ADMIN)
    Shown change(@PathVariable long person, @RequestBody Written written, Access access) {
        return Shown.of(members.put(access.project(), person, Words.role(written.role()), access.actor()));
    }

    @DeleteMapping("/members/{person}")
    @Allow(Role.ADMIN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable long person, Access access) {
        members.remove(access.project(), person, access.actor());
    }

    @GetMapping("/invitations")
    @Allow(value = Role.ADMIN)
    Slice<Invited> invitations(Access access) {
        var open = invitations.open(access.project()).stream()
                .map(invitation -> Invited.of(invitation, null))
                .toList();
        return new Slice<>(open, null);
    }

    @DeleteMapping("/invitations/{id}")
    @Allow(Role.ADMIN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(@PathVariable long id, Access access) {
        invitations.withdraw(access.project(), id, access.actor());
    }
}
