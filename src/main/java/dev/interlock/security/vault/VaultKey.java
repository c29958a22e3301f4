package dev.interlock.security.vault;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The key of the installation, read once at the start. */
@Component
class VaultKey {
    private final byte[] bytes;

    VaultKey(@Value("${INTERLOCK_SECRET_KEY:}") String setting, @Value("${interlock.data:data}") String folder) {
        this.bytes = KeyFile.key(setting, Path.of(folder).resolve("secret.key"));
    }

    byte[] bytes() {
        return bytes.clone();
    }
}
