namespace Crm.BuildingBlocks;

/// <summary>A business rule with the stable code by which callers know it, defined once per module in a static list.</summary>
/// <param name="Code"><c>module.rule</c> in kebab-case. Appears as <c>urn:crm:rule:code</c> and never changes.</param>
/// <param name="Text">Says what is wrong and what to do; may have placeholders.</param>
public sealed record Rule(string Code, Phrase Text)
{
    public Rule(string code, string english, string chinese) : this(code, new Phrase(english, chinese))
    {
    }

    /// <summary>The exception to throw; answered as 409.</summary>
    public RuleBroken Broken(params object?[] values) => new(this, values);
}

/// <summary>Everything the system refuses on purpose. Anything else that is thrown is a defect and answered as 500.</summary>
public abstract class Refusal(string message, Exception? cause = null) : Exception(message, cause);

/// <summary>A business rule forbids it: 409.</summary>
public sealed class RuleBroken(Rule rule, params object?[] values) : Refusal($"{rule.Code}: {rule.Text.In(Language.English, values)}")
{
    public Rule Rule { get; } = rule;

    public IReadOnlyList<object?> Values { get; } = values;

    /// <summary>Members of the problem that say more than its text, by name; only what the caller may see.</summary>
    public IReadOnlyDictionary<string, object?> Told { get; init; } = new Dictionary<string, object?>();
}

/// <summary>It does not exist, or the caller may not see it, which is the same to them: 404.</summary>
public sealed class ResourceNotFound(string kind, string key) : Refusal($"There is no {kind} '{key}'.")
{
    public string Kind { get; } = kind;

    public string ResourceKey { get; } = key;
}

/// <summary>The caller is known but may not do this: 403.</summary>
public sealed class NotAllowed(string permission) : Refusal($"The permission '{permission}' is missing.")
{
    public string Permission { get; } = permission;
}

/// <summary>It is not known who calls: 401.</summary>
/// <param name="reason">What is wrong with the credentials and what to do; never says which of them exist.</param>
public sealed class Unauthenticated(Phrase reason) : Refusal(reason.English)
{
    public Phrase Reason { get; } = reason;
}

/// <summary>The caller has used up one of its limits: 429.</summary>
/// <param name="limit">Which one, and what to do.</param>
/// <param name="retryAfterSeconds">Whole seconds until the next request can succeed, at least 1.</param>
public sealed class TooManyRequests(Phrase limit, int retryAfterSeconds) : Refusal(limit.English)
{
    public Phrase Limit { get; } = limit;

    public int RetryAfterSeconds { get; } = retryAfterSeconds;
}

/// <summary>One thing wrong with the input.</summary>
/// <param name="Pointer">RFC 6901 JSON pointer into the body, or the name of a query parameter or header.</param>
/// <param name="Text">What is wrong and what would be right.</param>
/// <param name="Values">Fill the placeholders of <paramref name="Text"/>.</param>
public sealed record InputError(string Pointer, Phrase Text, params object?[] Values);

/// <summary>The input is malformed or out of range: 400 with one entry per problem.</summary>
public sealed class InvalidInput(params IReadOnlyList<InputError> errors)
    : Refusal(string.Join(" ", errors.Select(e => $"{e.Pointer}: {e.Text.In(Language.English, [.. e.Values])}")))
{
    public InvalidInput(string pointer, Phrase text, params object?[] values) : this([new InputError(pointer, text, values)])
    {
    }

    public IReadOnlyList<InputError> Errors { get; } = errors;
}

/// <summary>The caller's If-Match names a version that is no longer the present one: 412.</summary>
/// <param name="kind">Record type, e.g. <c>order</c>.</param>
/// <param name="key">Its id.</param>
/// <param name="expected">The version the caller saw.</param>
/// <param name="actual">The present version.</param>
public sealed class VersionMismatch(string kind, Guid key, int expected, int actual)
    : Refusal($"{kind} {key} is at version {actual}, not {expected}.")
{
    public string Kind { get; } = kind;

    public Guid ResourceKey { get; } = key;

    public int Expected { get; } = expected;

    public int Actual { get; } = actual;
}

/// <summary>The Idempotency-Key was used before with another request: 422.</summary>
public sealed class IdempotencyKeyReused(string key) : Refusal($"The Idempotency-Key '{key}' belongs to another request.");

/// <summary>Somebody else changed or made the same thing at the same moment, and trying again did not help: 409.</summary>
public sealed class Conflict(Exception cause) : Refusal($"A concurrent change got in the way: {cause.GetBaseException().GetType().Name}.");

/// <summary>Something this system depends on is away for the moment: 503.</summary>
/// <param name="reason">What is away; nothing was done.</param>
/// <param name="cause">What was tried.</param>
public sealed class Unavailable(Phrase reason, Exception cause) : Refusal(reason.English, cause)
{
    public Phrase Reason { get; } = reason;
}

/// <summary>The request replaces or deletes a record without saying which version its sender saw: 428.</summary>
public sealed class PreconditionRequired() : Refusal("If-Match is missing.");
