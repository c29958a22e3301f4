package dev.interlock.catalog.graph;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface IntegrationRepository extends JpaRepository<IntegrationRow, Long> {
    List<IntegrationRow> findByProjectIdOrderByConsumerAscProviderAsc(long projectId);

    Optional<IntegrationRow> findByProjectIdAndConsumerAndProvider(long projectId, String consumer, String provider);

    long countByProjectId(long projectId);
}
