package dev.interlock.platform;

import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What every module is handed from outside. */
@Configuration(proxyBeanMethods = false)
class PlatformConfiguration {

    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }
}
