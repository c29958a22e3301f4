package dev.interlock.catalog.service;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface ServiceRepository extends JpaRepository<ServiceRow, Long> {
    List<ServiceRow> findByProjectIdOrderByKey(long projectId);

    Optional<ServiceRow> findByProjectIdAndKey(long projectId, String key);

    long countByProjectId(long projectId);
}
