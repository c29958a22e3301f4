package dev.interlock.security.person;

import dev.interlock.platform.Actor;
import dev.interlock.security.AuditLog;
import dev.interlock.security.Person;
import dev.interlock.security.Sessions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/** Sessions in the database. A session holds ids only; what a person may do is looked up for each request. */
@Component
public class SessionStore implements Sessions {
    private static final String PERSON = "person";
    private static final String PASSWORD_VERSION = "password-version";
    private static final String ADDRESS = "address";
    private static final String BROWSER = "browser";
    private static final int LONGEST_BROWSER = 200;
    private static final Duration IDLE = Duration.ofHours(8);
    private static final Duration LONGEST = Duration.ofDays(7);

    private final FindByIndexNameSessionRepository<? extends Session> repository;
    private final PersonTable people;
    private final SignIn signIn;
    private final KnownDevices devices;
    private final AuditLog audit;
    private final InstantSource clock;

    SessionStore(
            FindByIndexNameSessionRepository<? extends Session> repository,
            PersonTable people,
            SignIn signIn,
            KnownDevices devices,
            AuditLog audit,
            InstantSource clock) {
        this.repository = repository;
        this.people = people;
        this.signIn = signIn;
        this.devices = devices;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Person signIn(HttpServletRequest request, HttpServletResponse response, String email, String password) {
        var account = signIn.check(request, email, password);
        open(request, response, account.person());
        return account.person();
    }

    @Override
    public void open(HttpServletRequest request, HttpServletResponse response, Person person) {
        var account = people.find(person.id()).orElseThrow();
        drop(request);
        var session = request.getSession(true);
        session.setMaxInactiveInterval((int) IDLE.toSeconds());
        session.setAttribute(PERSON, person.id());
        session.setAttribute(PASSWORD_VERSION, account.passwordVersion());
        session.setAttribute(ADDRESS, request.getRemoteAddr());
        session.setAttribute(BROWSER, browser(request));
        session.setAttribute(FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME, Long.toString(person.id()));
        devices.remember(request, response, person.id());
        audit.record(null, actor(person), "sign-in", "session", null, null);
    }

    @Override
    public void close(HttpServletRequest request) {
        personOf(request).ifPresent(person -> audit.record(null, actor(person), "sign-out", "session", null, null));
        drop(request);
    }

    /** The person of the request's session, as long as it is good; a session that is not is ended. */
    public Optional<Person> personOf(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session == null || !(session.getAttribute(PERSON) instanceof Long id)) {
            return Optional.empty();
        }
        var started = Instant.ofEpochMilli(session.getCreationTime());
        var person = people.find(id)
                .filter(account -> account.person().active())
                .filter(account ->
                        Integer.valueOf(account.passwordVersion()).equals(session.getAttribute(PASSWORD_VERSION)))
                .filter(account -> started.plus(LONGEST).isAfter(clock.instant()))
                .map(PersonTable.Account::person);
        if (person.isEmpty()) {
            session.invalidate();
        }
        return person;
    }

    @Override
    public List<OpenSession> list(long person, @Nullable HttpServletRequest current) {
        var here = current == null || current.getSession(false) == null
                ? ""
                : current.getSession(false).getId();
        return repository.findByPrincipalName(Long.toString(person)).values().stream()
                .filter(session -> !session.isExpired())
                .map(session -> open(session, here))
                .sorted(Comparator.comparing(OpenSession::lastSeenAt).reversed())
                .toList();
    }

    @Override
    public void end(long person, String handle) {
        repository.findByPrincipalName(Long.toString(person)).keySet().stream()
                .filter(id -> handle(id).equals(handle))
                .forEach(repository::deleteById);
    }

    @Override
    public void endAll(long person) {
        repository.findByPrincipalName(Long.toString(person)).keySet().forEach(repository::deleteById);
    }

    private static void drop(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }

    private static OpenSession open(Session session, String here) {
        return new OpenSession(
                handle(session.getId()),
                session.getCreationTime(),
                session.getLastAccessedTime(),
                text(session, ADDRESS),
                text(session, BROWSER),
                session.getId().equals(here));
    }

    private static String text(Session session, String attribute) {
        String text = session.getAttribute(attribute);
        return text == null ? "" : text;
    }

    private static String handle(String id) {
        return HexFormat.of().formatHex(LinkSecret.hash(id), 0, 12);
    }

    private static String browser(HttpServletRequest request) {
        var text = String.valueOf(request.getHeader("User-Agent"));
        return text.substring(0, Math.min(text.length(), LONGEST_BROWSER));
    }

    private static Actor actor(Person person) {
        return Actor.person(Long.toString(person.id()), person.name());
    }
}
