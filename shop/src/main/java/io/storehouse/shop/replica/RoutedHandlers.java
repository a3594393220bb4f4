package io.storehouse.shop.replica;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;

/**
 * Sends each reading request on its way, once its caller is known, and where one database fails it, to the
 * other: the client does not notice.
 */
final class RoutedHandlers extends RequestMappingHandlerAdapter {
    /** Said when a read goes to the replica. */
    static final String READ_FROM = "Storehouse-Read-From";
    /** Of how many seconds ago an answer is at most, said while the primary is away. */
    static final String STALE = "Storehouse-Stale";

    private static final Logger LOG = LoggerFactory.getLogger(RoutedHandlers.class);

    /** What compares the primary with others, or is remembered by the process. */
    private static final List<String> OF_THE_PRIMARY = List.of("/api/v1/live", "/api/v1/reconciliation");

    private final Replica replica;

    RoutedHandlers(Replica replica) {
        this.replica = replica;
    }

    @Override
    protected @Nullable ModelAndView invokeHandlerMethod(
            HttpServletRequest request, HttpServletResponse response, HandlerMethod handler) throws Exception {
        Route route = Route.current();
        if (route == null) {
            return super.invokeHandlerMethod(request, response, handler);
        }
        if (!route.reading() || OF_THE_PRIMARY.stream().anyMatch(request.getRequestURI()::startsWith)) {
            route.handle(Route.Way.PRIMARY);
            return super.invokeHandlerMethod(request, response, handler);
        }
        replica.decide(route);
        announce(route, response);
        try {
            return super.invokeHandlerMethod(request, response, handler);
        } catch (DataAccessException e) {
            if (response.isCommitted() || !replica.isOtherWay(route)) {
                throw e;
            }
            LOG.warn("{} failed and is tried the other way: {}", request.getRequestURI(), e.getMessage());
            response.resetBuffer();
            announce(route, response);
            return super.invokeHandlerMethod(request, response, handler);
        }
    }

    /** Sends a request on its way that another handles; a failure of its database is then its own. */
    static HandlerInterceptor before(Replica replica) {
        return new HandlerInterceptor() {
            @Override
            public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
                Route route = Route.current();
                if (route != null && route.reading()) {
                    replica.decide(route);
                    announce(route, response);
                }
                return true;
            }
        };
    }

    /** At once, because an export may send its first bytes before it reads. */
    private static void announce(Route route, HttpServletResponse response) {
        response.setHeader(READ_FROM, route.way() == Route.Way.REPLICA ? "replica" : null);
        response.setHeader(
                STALE,
                route.stale()
                        .map(age ->
                                Long.toString(Math.max(1, age.plusMillis(999).toSeconds())))
                        .orElse(null));
    }
}
