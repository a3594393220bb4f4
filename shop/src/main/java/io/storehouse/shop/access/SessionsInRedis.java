package io.storehouse.shop.access;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.data.redis.config.annotation.web.http.EnableRedisHttpSession;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

/** Sessions outlive the shop's process; lost ones mean logging in again. */
@Configuration(proxyBeanMethods = false)
@EnableRedisHttpSession(maxInactiveIntervalInSeconds = 12 * 60 * 60, redisNamespace = SessionsInRedis.NAMESPACE)
class SessionsInRedis {
    /** Another one when what a session holds changes: older ones cannot be read, and mean logging in again. */
    static final String NAMESPACE = "storehouse:session:2";

    @Bean
    CookieSerializer sessionCookie() {
        DefaultCookieSerializer cookie = new DefaultCookieSerializer();
        cookie.setCookieName("STOREHOUSE-SESSION");
        cookie.setSameSite("Strict");
        cookie.setUseHttpOnlyCookie(true);
        return cookie;
    }
}
