package io.storehouse.shop.replica;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives each request of the API its route, and each answer of the primary its position: as a header, as a cookie for browsers, and
 * remembered here for callers with a token.
 */
final class RouteFilter extends OncePerRequestFilter {
    /** Before the filters of security, which ask who is calling. */
    static final int ORDER = -110;

    static final String POSITION = "Storehouse-Position";
    static final String COOKIE = "STOREHOUSE-POSITION";

    private static final Set<String> READING = Set.of("GET", "HEAD");
    /** Longer than a replica that serves reads can be behind. */
    private static final Duration COOKIE_LIFE = Duration.ofHours(12);

    private final Replica replica;
    private final DataSource dataSource;
    private final LastSeen lastSeen = new LastSeen();

    RouteFilter(Replica replica, DataSource dataSource) {
        this.replica = replica;
        this.dataSource = dataSource;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith("/api/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String caller = caller(request);
        Route route = Route.enter(READING.contains(request.getMethod()), asked(request, caller));
        StampedResponse stamped = new StampedResponse(response, () -> stamp(route, caller, response));
        try {
            chain.doFilter(request, stamped);
            if (!request.isAsyncStarted()) {
                stamped.stamp();
            }
        } finally {
            Route.leave();
        }
    }

    private @Nullable ReadPosition asked(HttpServletRequest request, @Nullable String caller) {
        Cookie[] cookies = request.getCookies();
        Stream<Optional<ReadPosition>> told = Stream.of(
                Optional.ofNullable(request.getHeader(POSITION)).flatMap(ReadPosition::parse),
                caller == null ? Optional.empty() : lastSeen.of(caller));
        Stream<Optional<ReadPosition>> kept = Stream.of(cookies == null ? new Cookie[0] : cookies)
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .map(cookie -> ReadPosition.parse(cookie.getValue()));
        return Stream.concat(told, kept)
                .flatMap(Optional::stream)
                .reduce(ReadPosition::with)
                .orElse(null);
    }

    private void stamp(Route route, @Nullable String caller, HttpServletResponse response) {
        if (route.unsaid()) {
            route.handle(Route.Way.PRIMARY);
            place().ifPresent(route::saw);
        }
        route.seen()
                .filter(gtids -> !gtids.isEmpty())
                .map(gtids -> new ReadPosition(replica.incarnation(), gtids))
                .ifPresent(position -> tell(position, caller, response));
    }

    private void tell(ReadPosition position, @Nullable String caller, HttpServletResponse response) {
        response.setHeader(POSITION, position.text());
        if (caller != null) {
            lastSeen.saw(caller, position);
            return;
        }
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(COOKIE, position.text())
                        .path("/")
                        .httpOnly(true)
                        .sameSite("Strict")
                        .maxAge(COOKIE_LIFE)
                        .build()
                        .toString());
    }

    /** Where the primary is now, which is after all that this request saw of it. */
    private Optional<Gtids> place() {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select @@global.gtid_binlog_pos")) {
            result.next();
            return Gtids.parse(result.getString(1));
        } catch (SQLException e) {
            logger.debug("The primary did not say where it is", e);
            return Optional.empty();
        }
    }

    /** A token's fingerprint; browsers have none and keep a cookie. */
    private static @Nullable String caller(HttpServletRequest request) {
        String credentials = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (credentials == null) {
            return null;
        }
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256").digest(credentials.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
