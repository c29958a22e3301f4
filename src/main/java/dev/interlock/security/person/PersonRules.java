package dev.interlock.security.person;

import dev.interlock.platform.Finding;
import dev.interlock.security.NewPerson;
import dev.interlock.security.SecurityProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What names, e-mail addresses and passwords have to be; every fault is told at once. */
final class PersonRules {
    static final int LONGEST_NAME = 100;
    private static final int LONGEST_EMAIL = 254;
    private static final int SHORTEST_PASSWORD = 12;
    private static final int LONGEST_PASSWORD = 128;
    private static final int FEWEST_CHARACTERS = 5;

    /** Beginnings of what people choose most when twelve characters are asked for. */
    private static final Set<String> OBVIOUS = Set.of(
            "password",
            "passw0rd",
            "qwerty",
            "qwertz",
            "123456",
            "letmein",
            "welcome",
            "administrator",
            "iloveyou",
            "changeme",
            "interlock",
            "abcdefgh",
            "1q2w3e4r",
            "correcthorse");

    private PersonRules() {}

    static void check(NewPerson person) {
        var findings = new ArrayList<Finding>();
        findings.addAll(nameFindings(person.name()));
        findings.addAll(emailFindings(person.email()));
        findings.addAll(passwordFindings(person.password(), person.email()));
        refuse("The account cannot be made.", findings);
    }

    static void checkName(String name) {
        refuse("The name cannot be kept.", nameFindings(name));
    }

    static void checkPassword(String password, String email) {
        refuse("The password cannot be taken.", passwordFindings(password, email));
    }

    static void refuse(String what, List<Finding> findings) {
        if (!findings.isEmpty()) {
            throw SecurityProblem.INPUT_IS_REFUSED.because(what, findings);
        }
    }

    private static List<Finding> nameFindings(String name) {
        var length = name.strip().length();
        return length >= 1 && length <= LONGEST_NAME && isOneLine(name)
                ? List.of()
                : List.of(Finding.error("name", "is empty, too long or has several lines", "Use 1 to 100 characters."));
    }

    private static List<Finding> emailFindings(String email) {
        return email.length() <= LONGEST_EMAIL && email.matches("[^\\s@<>\"]+@[^\\s@<>\"]+")
                ? List.of()
                : List.of(Finding.error("email", "is no e-mail address", "It looks like name@example.org."));
    }

    private static List<Finding> passwordFindings(String password, String email) {
        var findings = new ArrayList<Finding>();
        if (password.length() < SHORTEST_PASSWORD || password.length() > LONGEST_PASSWORD) {
            findings.add(Finding.error(
                    "password", "has " + password.length() + " characters", "Use 12 to 128; a few words do well."));
        } else if (isObvious(password.toLowerCase(Locale.ROOT), email.toLowerCase(Locale.ROOT))) {
            findings.add(Finding.error(
                    "password", "is easy to guess", "Leave out your e-mail, this product's name and rows of keys."));
        }
        return findings;
    }

    private static boolean isObvious(String password, String email) {
        var local = email.split("@", 2)[0];
        return OBVIOUS.stream().anyMatch(password::startsWith)
                || (local.length() >= 4 && password.contains(local))
                || password.chars().distinct().count() < FEWEST_CHARACTERS;
    }

    private static boolean isOneLine(String text) {
        return text.chars().noneMatch(Character::isISOControl);
    }
}
