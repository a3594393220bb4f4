package io.storehouse.shop.access;

import jakarta.servlet.DispatcherType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;

/**
 * Lets in whom {@link Endpoints} names. Callers with a token have no session and need no CSRF token; sessions do. Which stores a
 * caller may touch is told by the endpoints themselves, by {@link Callers}.
 */
@Configuration(proxyBeanMethods = false)
class AccessRules {
    @Bean
    @Order(1)
    SecurityFilterChain bearer(HttpSecurity http, Tokens tokens, Refusals refusals) throws Exception {
        return common(http.securityMatcher(BearerFilter::isBearer), refusals)
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .addFilterBefore(new BearerFilter(tokens, refusals), UsernamePasswordAuthenticationFilter.class)
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain session(
            HttpSecurity http,
            Refusals refusals,
            SecurityContextRepository contexts,
            Accounts accounts,
            Sessions sessions)
            throws Exception {
        return common(http, refusals)
                .addFilterBefore(new SessionFilter(accounts, sessions, refusals), AnonymousAuthenticationFilter.class)
                .csrf(csrf -> csrf.spa()
                        .ignoringRequestMatchers(request -> request.getMethod().equals("POST")
                                && request.getRequestURI().equals("/api/v1/session")))
                .securityContext(context -> context.securityContextRepository(contexts))
                .build();
    }

    @Bean
    SecurityContextRepository securityContexts() {
        return new HttpSessionSecurityContextRepository();
    }

    @Bean
    PasswordEncoder passwords() {
        return new BCryptPasswordEncoder();
    }

    private static HttpSecurity common(HttpSecurity http, Refusals refusals) throws Exception {
        return http.authorizeHttpRequests(AccessRules::paths)
                .exceptionHandling(
                        failures -> failures.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .headers(
                        headers -> headers.contentSecurityPolicy(
                                policy -> policy.policyDirectives(
                                        "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'")))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .anonymous(Customizer.withDefaults());
    }

    private static void paths(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry paths) {
        paths.dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR).permitAll();
        for (Endpoint endpoint : Endpoints.bySpecificity()) {
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizedUrl path = endpoint.method() == null
                    ? paths.requestMatchers(endpoint.pattern())
                    : paths.requestMatchers(endpoint.method(), endpoint.pattern());
            if (endpoint.isOpen()) {
                path.permitAll();
            } else {
                path.access((who, request) -> new AuthorizationDecision(endpoint.admits(who.get())));
            }
        }
        Endpoint unnamed = new Endpoint(null, "", Permission.OPERATE, Endpoint.Reach.EVERY_STORE);
        paths.requestMatchers("/api/**", "/actuator/**", "/v3/**")
                .access((who, request) -> new AuthorizationDecision(unnamed.admits(who.get())))
                .requestMatchers(HttpMethod.GET)
                .permitAll()
                .anyRequest()
                .authenticated();
    }
}
