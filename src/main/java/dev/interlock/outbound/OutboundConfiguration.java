package dev.interlock.outbound;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the way out. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OutboundProperties.class)
class OutboundConfiguration {
    @Bean
    LocalListeners localListeners(ObjectProvider<DataSource> dataSource, ObjectProvider<OtherListeners> others) {
        return new LocalListeners(dataSource, others);
    }

    @Bean
    SystemNameLookup systemNameLookup(OutboundProperties limits) {
        return new SystemNameLookup(limits.lookup());
    }

    @Bean
    ApacheGuardedHttp guardedHttp(NameLookup names, OwnListeners listeners, OutboundProperties limits) {
        return new ApacheGuardedHttp(new HttpPools(names, new AddressCheck(listeners), limits), limits.bodyBytes());
    }

    @Bean
    OutboundPolicies outboundPolicies(OutboundProperties limits) {
        return new OutboundPolicies() {
            @Override
            public OutboundPolicy instance() {
                return of("instance", List.of(), 0);
            }

            @Override
            public OutboundPolicy of(String scope, List<Opening> openings, long version) {
                return new OutboundPolicy(scope, openings, limits.publicAllowed(), version);
            }
        };
    }
}
