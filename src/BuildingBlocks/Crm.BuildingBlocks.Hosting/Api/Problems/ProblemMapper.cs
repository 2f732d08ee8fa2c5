using System.Data.Common;
using System.Diagnostics;
using System.Text.Json;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Api.Json;
using Crm.BuildingBlocks.Hosting.Api.Writing;
using Crm.BuildingBlocks.Hosting.Persistence;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Crm.BuildingBlocks.Hosting.Api.Problems;

/// <summary>The one place where what is thrown becomes what the caller reads (RFC 9457), in the caller's language.</summary>
public sealed class ProblemMapper(CallerContext caller, Dialect dialect)
{
    private const int RetryAfterSeconds = 5;

    /// <param name="failure">What was thrown.</param>
    /// <param name="expected">The type of the body that was to be read, if known: errors in it can then say what is known at their place.</param>
    public ProblemDetails Of(Exception failure, Type? expected = null)
    {
        var problem = failure switch
        {
            InvalidInput invalid => Invalid(invalid.Errors, prefix: ""),
            BatchAborted aborted => Aborted(aborted),
            ResourceNotFound missing => New(ProblemType.NotFound, missing.Kind, missing.ResourceKey),
            Unauthenticated unknown => New(ProblemType.Unauthenticated, unknown.Reason.In(caller.Language)),
            NotAllowed forbidden => New(ProblemType.Forbidden, forbidden.Permission),
            RuleBroken broken => Rule(broken),
            VersionMismatch stale => New(ProblemType.Stale, stale.Actual),
            PreconditionRequired => New(ProblemType.PreconditionRequired),
            IdempotencyKeyReused => New(ProblemType.IdempotencyKeyReused),
            TooManyRequests tooMany => New(ProblemType.TooManyRequests, tooMany.Limit.In(caller.Language)),
            Unavailable away => New(ProblemType.Away, away.Reason.In(caller.Language)),
            Conflict or DbUpdateConcurrencyException => New(ProblemType.Conflict),
            BadHttpRequestException bad => BadRequest(bad, expected),
            JsonException json => Invalid([JsonErrors.From(json, expected)], prefix: ""),
            _ => New(IsAway(failure) ? ProblemType.Unavailable : ProblemType.Unexpected),
        };
        problem.Extensions["traceId"] = Activity.Current?.TraceId.ToHexString();
        return problem;
    }

    public ProblemDetails New(ProblemType type, params object?[] values) => new()
    {
        Type = type.Urn,
        Title = type.Title.In(caller.Language),
        Status = type.Status,
        Detail = type.Detail.In(caller.Language, values),
    };

    /// <summary>Seconds to wait before trying again, for the problems where waiting helps.</summary>
    public static int? RetryAfter(Exception failure, ProblemDetails problem) => failure switch
    {
        TooManyRequests tooMany => tooMany.RetryAfterSeconds,
        _ when problem.Status == StatusCodes.Status503ServiceUnavailable => RetryAfterSeconds,
        _ => null,
    };

    private ProblemDetails Rule(RuleBroken broken)
    {
        var problem = New(ProblemType.Rule, broken.Rule.Text.In(caller.Language, [.. broken.Values]));
        problem.Type += broken.Rule.Code;
        foreach (var (name, value) in broken.Told) problem.Extensions[name] = value;
        return problem;
    }

    private ProblemDetails Invalid(IEnumerable<InputError> errors, string prefix)
    {
        var problem = New(ProblemType.Validation);
        problem.Extensions["errors"] = errors
            .GroupBy(e => prefix + e.Pointer)
            .ToDictionary(g => g.Key, g => g.Select(e => e.Text.In(caller.Language, [.. e.Values])).ToArray());
        return problem;
    }

    private ProblemDetails Aborted(BatchAborted aborted)
    {
        var problem = aborted.Cause is InvalidInput invalid ? Invalid(invalid.Errors, $"/items/{aborted.Index}") : Of(aborted.Cause);
        problem.Extensions["index"] = aborted.Index;
        return problem;
    }

    private ProblemDetails BadRequest(BadHttpRequestException bad, Type? expected) => bad.StatusCode switch
    {
        StatusCodes.Status413PayloadTooLarge => New(ProblemType.TooLarge),
        StatusCodes.Status415UnsupportedMediaType => New(ProblemType.UnsupportedMediaType, "application/json"),
        _ when bad.InnerException is JsonException json => Invalid([JsonErrors.From(json, expected)], prefix: ""),
        _ => Invalid([new InputError("", ProblemPhrases.Unreadable)], prefix: ""),
    };

    private bool IsAway(Exception failure)
    {
        for (var cause = failure; cause is not null; cause = cause.InnerException)
        {
            if (cause is DbException database && (dialect.IsAway(database) || dialect.IsTransient(database))) return true;
        }

        return false;
    }
}

internal static class ProblemPhrases
{
    public static readonly Phrase Unreadable = new(
        "The request cannot be read: a route or query value does not fit, or the body is missing or not JSON.",
        "无法读取请求：路由或查询参数不符合要求，或请求体缺失或不是 JSON。");
}
