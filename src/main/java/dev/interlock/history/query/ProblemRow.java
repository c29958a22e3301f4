package dev.interlock.history.query;

import dev.interlock.catalog.PathKey;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.history.Blame;
import dev.interlock.history.CauseClass;
import dev.interlock.history.Classification;
import dev.interlock.history.HowKnown;
import dev.interlock.history.ProblemGroup;
import dev.interlock.history.SeenRun;
import dev.interlock.history.VersionChange;
import dev.interlock.platform.RunId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads one problem from a row of {@link ProblemsQuery}. */
final class ProblemRow {
    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final TypeReference<Map<String, String>> VERSIONS = new TypeReference<>() {};

    private final ResultSet row;
    private final Map<String, String> owners;

    /** @param owners team of each service */
    ProblemRow(ResultSet row, Map<String, String> owners) {
        this.row = row;
        this.owners = owners;
    }

    ProblemGroup read() throws SQLException {
        var blame = blame();
        return new ProblemGroup(
                row.getLong("id"),
                row.getString("signature"),
                row.getString("sentence"),
                blame,
                CauseClass.valueOf(row.getString("cause")),
                Classification.valueOf(row.getString("classification")),
                row.getString("note"),
                row.getString("link"),
                team(blame),
                row.getBoolean("open"),
                row.getBoolean("fresh"),
                run("first"),
                run("last"),
                row.getString("good_id") == null ? null : run("good"),
                differing(),
                row.getInt("test_count"),
                texts("tests"),
                texts("paths").stream().map(PathKey::new).toList(),
                row.getLong("version"));
    }

    /** The team of the called end; of the calling one when nobody owns the other, as with a third party. */
    private String team(@Nullable Blame blame) {
        if (blame == null) {
            return "";
        }
        return Stream.of(blame.provider(), blame.consumer())
                .filter(Objects::nonNull)
                .map(service -> owners.getOrDefault(service.value(), ""))
                .filter(team -> !team.isEmpty())
                .findFirst()
                .orElse("");
    }

    private @Nullable Blame blame() throws SQLException {
        var provider = row.getString("blame_provider");
        if (provider == null) {
            return null;
        }
        var consumer = row.getString("blame_consumer");
        return new Blame(
                consumer == null ? null : new ServiceKey(consumer),
                new ServiceKey(provider),
                HowKnown.valueOf(row.getString("blame_known")),
                row.getString("blame_sentence"));
    }

    private SeenRun run(String which) throws SQLException {
        return new SeenRun(
                new RunId(row.getObject(which + "_id", UUID.class)),
                row.getLong(which + "_number"),
                Times.at(row, which + "_started"));
    }

    private List<VersionChange> differing() throws SQLException {
        if (row.getString("good_id") == null) {
            return List.of();
        }
        var before = versions("good_versions");
        var after = versions("first_versions");
        var services = new TreeSet<>(before.keySet());
        services.addAll(after.keySet());
        return services.stream()
                .filter(service -> !Objects.equals(before.get(service), after.get(service)))
                .map(service -> new VersionChange(new ServiceKey(service), before.get(service), after.get(service)))
                .toList();
    }

    private Map<String, String> versions(String column) throws SQLException {
        return MAPPER.readValue(row.getString(column), VERSIONS);
    }

    private List<String> texts(String column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }
}
