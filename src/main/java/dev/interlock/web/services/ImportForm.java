package dev.interlock.web.services;

import dev.interlock.catalog.CatalogProblem;
import dev.interlock.catalog.Interfaces;
import dev.interlock.openapi.Upload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/**
 * A document from a file, pasted or at an address; the first that is there counts.
 *
 * @param service key of the service, proposed from the document's title when empty
 */
record ImportForm(
        @Nullable String service,
        @Nullable MultipartFile file,
        @Nullable String text,
        @Nullable String url,
        @Nullable String name) {

    boolean hasDocument() {
        return (file != null && !file.isEmpty()) || !text().isBlank();
    }

    boolean hasAddress() {
        return url != null && !url.isBlank();
    }

    String address() {
        return Objects.requireNonNullElse(url, "").strip();
    }

    String interfaceName() {
        return name == null || name.isBlank() ? Interfaces.DEFAULT : name.strip();
    }

    @Override
    public String text() {
        return Objects.requireNonNullElse(text, "");
    }

    Upload upload() {
        if (file != null && !file.isEmpty()) {
            return new Upload(Objects.requireNonNullElse(file.getOriginalFilename(), "upload"), content(file));
        }
        if (text().isBlank()) {
            throw CatalogProblem.INTERFACE_IS_UNREADABLE.because(
                    "No document was sent: choose a file, paste one, or name an address.");
        }
        return new Upload("pasted", text().getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] content(MultipartFile file) {
        try {
            return file.getBytes();
        } catch (IOException failure) {
            throw CatalogProblem.INTERFACE_IS_UNREADABLE.because("The file did not arrive whole.");
        }
    }
}
