using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Modules;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Host.Platform.Application;
using Crm.Host.Platform.Domain;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Crm.Host.Platform.Access;

/// <summary>Tokens (JWT) of the company's own identity provider. Who leaves the company there, leaves here too.</summary>
internal sealed class CompanyTokens(
    AccessDirectory directory, IServiceScopeFactory scopes, TokenRules rules, IOptions<AccessOptions> options, TimeProvider time) : IBearerTokens
{
    private static readonly Phrase Invalid = new(
        "The token of the identity provider is not valid here: wrong signature, issuer or audience, or expired. Sign in again.",
        "身份提供方的令牌在此无效：签名、颁发者或受众不符，或已过期。请重新登录。");

    private static readonly Phrase NotAUser = new(
        "The token is valid, but this person is not an active user here. Ask an administrator.",
        "令牌有效，但此人不是本系统的有效用户，请联系管理员。");

    private readonly JsonWebTokenHandler _reader = new() { MapInboundClaims = false };
    private readonly AccessOptions _options = options.Value;

    // Three parts and so two dots; API keys have none.
    public bool Understands(string token) => _options.HasProvider && token.Count(c => c == '.') == 2;

    public async ValueTask<SignedIn> SignIn(string token, CancellationToken ct)
    {
        var checkedToken = await _reader.ValidateTokenAsync(token, await rules.Of(time, ct));
        if (checkedToken.Exception is SecurityTokenSignatureKeyNotFoundException) rules.LookForNewKeys();
        if (!checkedToken.IsValid || checkedToken.SecurityToken is not JsonWebToken jwt) throw new Unauthenticated(Invalid);
        var login = Claim(jwt, _options.Claims.Login) is { Length: > 0 } text ? Domain.User.NormalLogin(text) : throw new Unauthenticated(Invalid);
        var roles = RolesIn(jwt);
        var user = await directory.User(login, ct) ?? await Create(jwt, login, roles, ct);
        if (user is not { Active: true }) throw new Unauthenticated(NotAUser);
        return new SignedIn(await WithClaims(user, jwt, roles, ct), user.As.LimitedAs, user.As.Limits);
    }

    // What the provider says of roles and unit goes before what is kept here. It is written down for what is done for the person later.
    private async Task<Caller> WithClaims(UserAccess user, JsonWebToken jwt, IReadOnlyList<string>? roles, CancellationToken ct)
    {
        var known = await directory.Present(ct);
        OrgUnitId? unit = Claim(jwt, _options.Claims.Unit) is { } code && known.UnitOf(code) is { } id ? new OrgUnitId(id) : null;
        if (user.User.Says(roles, unit)) return user.As.Caller;
        var issuedAt = IssuedAt(jwt);
        if (user.User.ProviderSpokeAt is not { } last || issuedAt > last)
        {
            await Send<HearProvider, UserReply>(new HearProvider(user.User.Id.Value, roles, unit?.Value, issuedAt), ct);
            directory.Forget();
        }

        return known.WithRights(user.As.Caller with { UnitId = (unit ?? user.User.UnitId)?.Value }, roles ?? user.User.Roles, []);
    }

    private async Task<UserAccess?> Create(JsonWebToken jwt, string login, IReadOnlyList<string>? roles, CancellationToken ct)
    {
        var known = await directory.Present(ct);
        if (!_options.CreateUsers || roles is null || !roles.Any(known.Knows)) return null;
        var unit = Claim(jwt, _options.Claims.Unit) is { } code ? known.UnitOf(code) : null;
        await Send<AdmitUser, UserReply>(new AdmitUser(login, Claim(jwt, _options.Claims.Name) ?? login, Claim(jwt, _options.Claims.Email), unit), ct);
        directory.Forget();
        return await directory.User(login, ct);
    }

    private async Task<TReply> Send<TCommand, TReply>(TCommand command, CancellationToken ct)
        where TCommand : ICommand<TReply>
    {
        await using var scope = scopes.CreateJobScope("sign-in");
        return await scope.ServiceProvider.GetRequiredService<ICommandHandler<TCommand, TReply>>().Handle(command, ct);
    }

    // A provider need not say when; then the token is as old as its validity.
    private DateTimeOffset IssuedAt(JsonWebToken jwt)
    {
        var said = jwt.IssuedAt != DateTime.MinValue ? jwt.IssuedAt : jwt.ValidFrom;
        return said != DateTime.MinValue ? new DateTimeOffset(said, TimeSpan.Zero) : time.GetUtcNow();
    }

    /// <summary>Null when the token says nothing of roles.</summary>
    private List<string>? RolesIn(JsonWebToken jwt)
    {
        var said = jwt.Claims.Where(c => c.Type == _options.Claims.Roles).Select(c => _options.RoleNames.GetValueOrDefault(c.Value, c.Value)).ToList();
        return said.Count == 0 ? null : said;
    }

    private static string? Claim(JsonWebToken jwt, string name) => jwt.Claims.FirstOrDefault(c => c.Type == name)?.Value;
}
