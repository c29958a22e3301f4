package dev.interlock.security.guard;

import dev.interlock.security.person.SessionStore;
import dev.interlock.security.token.BearerTokens;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * Two chains that share nothing: machines bring a bearer token and have no session, pages have a session and never read
 * a token. Which role a mapping needs is not said here but at the mapping, see {@link Gate}.
 */
@Configuration(proxyBeanMethods = false)
class FilterChains {
    static final String CONTENT_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self';"
                    + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; object-src"
                    + " 'none'";

    private static final String[] FOR_MACHINES = {
        "/api/**", "/v1/traces", "/callbacks/**", "/hooks/**", "/stubs/**", "/arazzo/**", "/actuator/**", "/assets/**"
    };

    @Bean
    @Order(1)
    SecurityFilterChain machines(
            HttpSecurity http, BearerTokens tokens, @Value("${management.server.port:-1}") int managementPort) {
        withoutHabits(http)
                .securityMatcher(FOR_MACHINES)
                .csrf(csrf -> csrf.disable())
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .addFilterBefore(new BearerFilter(tokens), AnonymousAuthenticationFilter.class)
                .authorizeHttpRequests(requests -> requests.requestMatchers("/actuator/health", "/actuator/health/**")
                        .permitAll()
                        .requestMatchers(request ->
                                isActuator(request.getRequestURI()) && request.getLocalPort() != managementPort)
                        .hasAuthority(SignedInAuthentication.INSTANCE_ADMIN)
                        .anyRequest()
                        .permitAll());
        return http.build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain pages(HttpSecurity http, SessionStore sessions) {
        withoutHabits(http)
                .csrf(csrf -> csrf.csrfTokenRepository(new HttpSessionCsrfTokenRepository())
                        .csrfTokenRequestHandler(new XorCsrfTokenRequestAttributeHandler()))
                .addFilterBefore(new FetchMetadataFilter(), CsrfFilter.class)
                .addFilterBefore(new SessionFilter(sessions), AnonymousAuthenticationFilter.class)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll());
        return http.build();
    }

    /** Nobody signs in through Spring's own ways; this keeps it from making an account with a printed password. */
    @Bean
    AuthenticationManager noOtherWay() {
        return authentication -> {
            throw new BadCredentialsException("There is no other way to sign in.");
        };
    }

    private static HttpSecurity withoutHabits(HttpSecurity http) {
        return http.formLogin(form -> form.disable())
                .httpBasic(basic -> basic.disable())
                .logout(logout -> logout.disable())
                .requestCache(cache -> cache.disable())
                .securityContext(
                        context -> context.securityContextRepository(new RequestAttributeSecurityContextRepository()))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                        .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                        .crossOriginResourcePolicy(resource -> resource.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(permissions ->
                                permissions.policy("camera=(), microphone=(), geolocation=(), payment=()")));
    }

    private static boolean isActuator(String path) {
        return path.startsWith("/actuator");
    }
}
