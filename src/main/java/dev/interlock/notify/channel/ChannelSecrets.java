package dev.interlock.notify.channel;

import dev.interlock.notify.ChannelDraft;
import dev.interlock.notify.ChannelKey;
import dev.interlock.platform.Actor;
import dev.interlock.platform.ProjectId;
import dev.interlock.security.Secrets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Address, token and signing secret of each channel, encrypted at rest. */
@Component
public class ChannelSecrets {
    /** How the secret of a signature begins. */
    public static final String PREFIX = "whsec_";

    private static final String ADDRESS = "ADDRESS";
    private static final String TOKEN = "TOKEN";
    private static final String SIGNING = "SIGNING";
    private static final int SECRET_BYTES = 32;

    private final Secrets secrets;
    private final SecureRandom random = new SecureRandom();

    ChannelSecrets(Secrets secrets) {
        this.secrets = secrets;
    }

    /**
     * What is needed to send; never to be shown.
     *
     * @param token empty where none is needed
     * @param signing empty where nothing is signed
     */
    public record Known(String address, String token, String signing) {}

    /** What is known of a channel. */
    public Known reveal(ProjectId project, ChannelKey key) {
        Map<String, String> all = secrets.revealAll(project, holder(key));
        return new Known(all.getOrDefault(ADDRESS, ""), all.getOrDefault(TOKEN, ""), all.getOrDefault(SIGNING, ""));
    }

    /** Keeps what the draft says anew. */
    public void keep(ProjectId project, ChannelKey key, ChannelDraft draft, Actor actor) {
        var address = draft.address();
        var token = draft.token();
        if (address != null) {
            secrets.put(project, holder(key), ADDRESS, address.strip(), actor);
        }
        if (token != null) {
            secrets.put(project, holder(key), TOKEN, token.strip(), actor);
        }
    }

    /** Makes a new secret for signatures. */
    public String renew(ProjectId project, ChannelKey key, Actor actor) {
        var bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        var secret = PREFIX + Base64.getEncoder().encodeToString(bytes);
        secrets.put(project, holder(key), SIGNING, secret, actor);
        return secret;
    }

    /** Forgets everything of a channel. */
    public void forget(ProjectId project, ChannelKey key, Actor actor) {
        secrets.removeAll(project, holder(key), actor);
    }

    private static String holder(ChannelKey key) {
        return "channel/" + key;
    }
}
