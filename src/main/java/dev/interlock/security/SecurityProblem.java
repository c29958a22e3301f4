package dev.interlock.security;

import dev.interlock.platform.Kind;
import dev.interlock.platform.ProblemType;

/** Refusals of this module. */
public enum SecurityProblem implements ProblemType {
    NOT_SIGNED_IN(Kind.UNAUTHORIZED, "Sign in, or send a bearer token."),
    NOT_ALLOWED(Kind.FORBIDDEN, "Ask an administrator of the project for the role, or use a token with the scope."),
    PROJECT_IS_UNKNOWN(Kind.NOT_FOUND, "Check the key; a project you are no member of is not shown."),
    PROJECT_KEY_IS_TAKEN(Kind.CONFLICT, "Choose another key."),
    TOO_MANY(Kind.BUSY, "Remove what is no longer used."),
    INPUT_IS_REFUSED(Kind.REJECTED, "Mend what is named and send it again."),
    PERSON_IS_UNKNOWN(Kind.NOT_FOUND, "Invite the person by link."),
    MEMBER_IS_UNKNOWN(Kind.NOT_FOUND, "Look the person up in the list of members."),
    LAST_ADMINISTRATOR(Kind.CONFLICT, "Make somebody else administrator first."),
    LINK_IS_DEAD(Kind.NOT_FOUND, "Ask for a new link; each is good once and only for a while."),
    TEAM_IS_UNKNOWN(Kind.NOT_FOUND, "Look it up in the list of teams."),
    TOKEN_IS_UNKNOWN(Kind.NOT_FOUND, "Look it up in the list of tokens; it may be revoked already."),
    EMAIL_IS_TAKEN(Kind.CONFLICT, "Sign in with it, or use another address."),
    SIGN_IN_IS_REFUSED(Kind.REJECTED, "Type both again, or ask an administrator for a new invitation."),
    PASSWORD_IS_WRONG(Kind.REJECTED, "Type the present password again."),
    TOO_MANY_SIGN_INS(Kind.BUSY, "Wait a few seconds and try again."),
    SECRET_IS_UNREADABLE(Kind.CONFLICT, "Restore the key file this database was written with, or set the secret anew.");

    private final Kind kind;
    private final String next;

    SecurityProblem(Kind kind, String next) {
        this.kind = kind;
        this.next = next;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public String next() {
        return next;
    }
}
