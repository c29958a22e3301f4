package dev.interlock.catalog.graph;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface PathRepository extends JpaRepository<PathRow, Long> {
    List<PathRow> findByProjectIdOrderByKey(long projectId);

    Optional<PathRow> findByProjectIdAndKey(long projectId, String key);

    List<PathRow> findByProjectIdAndKeyInOrderByKey(long projectId, Collection<String> keys);

    long countByProjectId(long projectId);
}
