using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;

namespace Crm.BuildingBlocks.Hosting.Access;

/// <summary>
/// Says who calls, whether that caller may use the endpoint that routing chose, and which rows it reaches there. Runs after routing and
/// inside of what turns refusals into problem details.
/// </summary>
public sealed class AccessMiddleware(RequestDelegate next, IEnumerable<IBearerTokens> tokens, RequestBudgets budgets, FailedSignIns failures)
{
    private const string Scheme = "Bearer ";

    private static readonly Phrase Missing = new(
        "Send 'Authorization: Bearer <token>' with an API key or a token of your identity provider.",
        "请在请求头中发送 'Authorization: Bearer <token>'，使用 API 密钥或身份提供方签发的令牌。");

    private static readonly Phrase NotUnderstood = new(
        "The bearer token is neither an API key nor a token of the configured identity provider.",
        "该令牌既不是 API 密钥，也不是已配置身份提供方签发的令牌。");

    private readonly IBearerTokens[] _tokens = [.. tokens];

    public async Task InvokeAsync(HttpContext http, CallerContext context)
    {
        context.RemoteAddress = http.Connection.RemoteIpAddress;
        context.Language = AcceptedLanguage(http.Request);
        var access = http.GetEndpoint()?.Metadata.GetMetadata<EndpointAccess>();
        // Nothing, or what routing puts there to answer 405 and 415: whoever asks gets the same. A route without a declaration: the start
        // check was circumvented, so stay closed.
        if (http.GetEndpoint() is RouteEndpoint && access is not { Permission: null, IsForKnownCallers: false }) await Admit(http, context, access);
        await next(http);
    }

    private async Task Admit(HttpContext http, CallerContext context, EndpointAccess? access)
    {
        var signedIn = await SignIn(http);
        context.Limits = signedIn.Limits;
        context.Language = signedIn.Caller.PreferredLanguage ?? context.Language;
        Charge(http, signedIn);
        var scope = access switch
        {
            { Permission: { } permission } => signedIn.Caller.ScopeOf(permission),
            { IsForKnownCallers: true } => RowScope.Own,
            _ => RowScope.None,
        };
        context.Act(signedIn.Caller, scope);
        if (scope == RowScope.None) throw new NotAllowed(access?.Permission ?? "none declared");
        LimitBody(http, signedIn.Limits);
    }

    private async ValueTask<SignedIn> SignIn(HttpContext http)
    {
        var header = http.Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)) throw Challenge(http, Missing, error: null);
        var token = header[Scheme.Length..].Trim();
        var kind = Array.Find(_tokens, t => t.Understands(token)) ?? throw Refuse(http, NotUnderstood);
        try
        {
            return await kind.SignIn(token, http.RequestAborted);
        }
        catch (Unauthenticated refused)
        {
            throw Refuse(http, refused.Reason);
        }
    }

    private Refusal Refuse(HttpContext http, Phrase reason) =>
        (Refusal?)failures.Record(http.Connection.RemoteIpAddress) ?? Challenge(http, reason, "invalid_token");

    // Set when the response starts, because whoever turns the refusal into a problem clears the headers first.
    private static Unauthenticated Challenge(HttpContext http, Phrase reason, string? error)
    {
        http.Response.OnStarting(() =>
        {
            http.Response.Headers.WWWAuthenticate = error is null ? "Bearer realm=\"crm\"" : $"Bearer realm=\"crm\", error=\"{error}\"";
            return Task.CompletedTask;
        });
        return new Unauthenticated(reason);
    }

    private void Charge(HttpContext http, SignedIn signedIn)
    {
        var state = budgets.Take(signedIn.LimitedAs, signedIn.Limits);
        http.Response.OnStarting(() =>
        {
            http.Response.Headers["RateLimit-Policy"] = state.PolicyHeader;
            http.Response.Headers["RateLimit"] = state.StateHeader;
            if (state.Refused) http.Response.Headers.RetryAfter = state.RetryAfterSeconds.ToString(CultureInfo.InvariantCulture);
            return Task.CompletedTask;
        });
        if (state.Refused) throw RequestBudgets.Refusal(state);
    }

    private static void LimitBody(HttpContext http, ClientLimits limits)
    {
        var stated = http.GetEndpoint()?.Metadata.GetMetadata<IRequestSizeLimitMetadata>();
        var most = stated is null ? limits.BodyBytes : stated.MaxRequestBodySize;
        if (most is { } bytes && http.Request.ContentLength > bytes)
            throw new BadHttpRequestException($"The request body is larger than {bytes} bytes.", StatusCodes.Status413PayloadTooLarge);
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } feature) feature.MaxRequestBodySize = most;
    }

    /// <summary>The language to answer in before it is known who asks.</summary>
    public static Language AcceptedLanguage(HttpRequest request)
    {
        foreach (var accepted in request.GetTypedHeaders().AcceptLanguage.OrderByDescending(l => l.Quality ?? 1))
        {
            var tag = accepted.Value.Value ?? "";
            if (tag.StartsWith("zh", StringComparison.OrdinalIgnoreCase)) return Language.Chinese;
            if (tag.StartsWith("en", StringComparison.OrdinalIgnoreCase)) return Language.English;
        }

        return Language.English;
    }
}
