package dev.interlock.ingest;

import dev.interlock.catalog.ServiceKey;
import dev.interlock.openapi.Upload;
import dev.interlock.platform.Actor;
import dev.interlock.platform.ProjectId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Documents made elsewhere: OpenAPI documents become interfaces, Arazzo documents test cases. */
public interface Imports {

    /**
     * Reads documents by what they are. Of several, those that can be read are imported and the rest are named.
     *
     * @param service the service of an OpenAPI document, null to take it from its title
     * @param dryRun whether to tell what would happen and store nothing
     * @throws dev.interlock.platform.Problem {@link IngestProblem#DOCUMENT_IS_REFUSED} when no document can be imported
     */
    ImportAnswer read(
            ProjectId project, List<Upload> documents, @Nullable ServiceKey service, boolean dryRun, Actor actor);
}
