package dev.interlock.catalog.environment;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface EnvironmentRepository extends JpaRepository<EnvironmentRow, Long> {
    List<EnvironmentRow> findByProjectIdOrderByKey(long projectId);

    Optional<EnvironmentRow> findByProjectIdAndKey(long projectId, String key);

    long countByProjectId(long projectId);
}
