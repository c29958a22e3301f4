package dev.interlock.catalog;

import dev.interlock.platform.Kind;
import dev.interlock.platform.ProblemType;

/** What the catalog refuses. */
public enum CatalogProblem implements ProblemType {
    SERVICE_IS_UNKNOWN(Kind.NOT_FOUND, "Look at the list of services for its key, or register it first."),
    SERVICE_IS_INVALID(Kind.REJECTED, "Mend the findings and send it again."),
    SERVICE_IS_IN_USE(Kind.CONFLICT, "Change or delete the paths that travel through it first."),
    INTERFACE_IS_UNREADABLE(Kind.REJECTED, "Mend the document at the place named, then import it again."),
    INTERFACE_IS_TOO_LARGE(Kind.TOO_LARGE, "Send at most 16 MiB as JSON or 8 MiB as YAML."),
    INTERFACE_IS_UNKNOWN(Kind.NOT_FOUND, "Import an OpenAPI document for the service first."),
    INTERFACE_IS_UNREACHABLE(Kind.REJECTED, "Check the address, or upload the document as a file instead."),
    VERSION_IS_INVALID(Kind.REJECTED, "Mend the findings and send it again."),
    DEPLOYMENT_IS_INVALID(Kind.REJECTED, "Mend the findings and send it again."),
    INTEGRATION_IS_UNKNOWN(Kind.NOT_FOUND, "Look at the list of integrations for consumer and provider."),
    INTEGRATION_IS_INVALID(Kind.REJECTED, "Mend the findings and send it again."),
    INTEGRATION_IS_IN_USE(Kind.CONFLICT, "Change or delete the paths that travel over it first."),
    PATH_IS_UNKNOWN(Kind.NOT_FOUND, "Look at the list of paths for its key."),
    PATH_IS_INVALID(Kind.REJECTED, "Mend the findings and send it again."),
    PROPOSALS_CHANGED(Kind.CONFLICT, "Look at the proposals as they are now, and choose again."),
    ENVIRONMENT_IS_UNKNOWN(Kind.NOT_FOUND, "Look at the list of environments for its key, or add it first."),
    ENVIRONMENT_IS_INVALID(Kind.REJECTED, "Mend the findings and send it again."),
    OPENING_IS_INVALID(Kind.REJECTED, "Name a network like 10.20.0.0/16 and ports like 8080,9000-9100."),
    IDENTITY_IS_UNUSABLE(Kind.REJECTED, "Set the identity and its secrets on the page of the environment."),
    REQUIREMENT_IS_INVALID(Kind.REJECTED, "Mend the findings and send it again."),
    CATALOG_IS_FULL(Kind.BUSY, "Delete what is no longer used, or split the landscape into two projects.");

    private final Kind kind;
    private final String next;

    CatalogProblem(Kind kind, String next) {
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
