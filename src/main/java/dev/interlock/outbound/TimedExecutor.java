package dev.interlock.outbound;

import java.io.IOException;
import java.io.OutputStream;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpConnection;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.DefaultConnectionReuseStrategy;
import org.apache.hc.core5.http.impl.Http1StreamListener;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.io.HttpResponseInformationCallback;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/** Notes when sending ends and when the answer begins. */
final class TimedExecutor extends HttpRequestExecutor {
    TimedExecutor() {
        super(Http1Config.DEFAULT, DefaultConnectionReuseStrategy.INSTANCE, new Listener());
    }

    @Override
    public ClassicHttpResponse execute(
            ClassicHttpRequest request,
            HttpClientConnection connection,
            @Nullable HttpResponseInformationCallback callback,
            HttpContext context)
            throws IOException, HttpException {
        Exchange.CURRENT.get().begin(Exchange.Part.SEND);
        var entity = request.getEntity();
        if (entity != null) {
            request.setEntity(new SentEntity(entity));
        }
        return super.execute(request, connection, callback, context);
    }

    /** The answer is awaited as soon as the last byte of the body is written. */
    private static final class SentEntity extends HttpEntityWrapper {
        SentEntity(HttpEntity entity) {
            super(entity);
        }

        @Override
        public void writeTo(OutputStream out) throws IOException {
            super.writeTo(out);
            Exchange.CURRENT.get().begin(Exchange.Part.AWAIT);
        }
    }

    private static final class Listener implements Http1StreamListener {
        @Override
        public void onRequestHead(HttpConnection connection, HttpRequest request) {
            if (((ClassicHttpRequest) request).getEntity() == null) {
                Exchange.CURRENT.get().begin(Exchange.Part.AWAIT);
            }
        }

        @Override
        public void onResponseHead(HttpConnection connection, HttpResponse response) {
            Exchange.CURRENT.get().begin(Exchange.Part.RECEIVE);
        }

        @Override
        public void onExchangeComplete(HttpConnection connection, boolean keepAlive) {
            // the body is read after this
        }
    }
}
