namespace Crm.BuildingBlocks.Hosting.Access;

/// <summary>One kind of bearer token and how it leads to a caller: API keys, tokens of the company's identity provider.</summary>
public interface IBearerTokens
{
    /// <summary>Whether a token is of this kind, by its form alone.</summary>
    bool Understands(string token);

    /// <exception cref="Unauthenticated">It is of this kind but not valid.</exception>
    ValueTask<SignedIn> SignIn(string token, CancellationToken ct);
}

/// <param name="Caller">Who it is.</param>
/// <param name="LimitedAs">Requests of one such id share one budget: the API client or the user.</param>
/// <param name="Limits">What that budget is.</param>
public sealed record SignedIn(Caller Caller, Guid LimitedAs, ClientLimits Limits);
