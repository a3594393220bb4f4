package io.storehouse.shop.access;

import jakarta.servlet.DispatcherType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;

/** Who may call what. Callers with a token have no session and need no CSRF token; sessions do. */
@Configuration(proxyBeanMethods = false)
class AccessRules {
    private static final String[] TILL_WRITES = {
        "/api/v1/orders",
        "/api/v1/returns",
        "/api/v1/exchanges",
        "/api/v1/stock/adjustments",
        "/api/v1/shifts/**",
        "/api/v1/customers/search",
        "/api/v1/loyalty/redemptions",
        "/api/v1/loyalty/redemptions/*/cancel",
        "/api/v1/carts/price",
        "/api/v1/gift-cards/balance",
        "/api/v1/held-sales/**"
    };
    private static final String[] TILL_READS = {
        "/api/v1/session",
        "/api/v1/stores/**",
        "/api/v1/products/**",
        "/api/v1/orders/**",
        "/api/v1/returns/**",
        "/api/v1/shifts/**",
        "/api/v1/customers/*",
        "/api/v1/loyalty/members/*",
        "/api/v1/held-sales",
        "/api/v1/stock",
        "/api/v1/stock/moves",
        "/api/v1/stock/adjustments/*"
    };

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
    SecurityFilterChain session(HttpSecurity http, Refusals refusals, SecurityContextRepository contexts)
            throws Exception {
        return common(http, refusals)
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
        paths.dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
                .permitAll()
                .requestMatchers(HttpMethod.GET, "/actuator/health")
                .permitAll()
                .requestMatchers(HttpMethod.POST, "/api/v1/session")
                .permitAll()
                .requestMatchers(HttpMethod.POST, TILL_WRITES)
                .authenticated()
                .requestMatchers(HttpMethod.GET, TILL_READS)
                .authenticated()
                .requestMatchers("/api/**", "/actuator/**", "/v3/**")
                .hasAnyRole("OWNER", "SERVICE")
                .requestMatchers(HttpMethod.GET)
                .permitAll()
                .anyRequest()
                .authenticated();
    }
}
