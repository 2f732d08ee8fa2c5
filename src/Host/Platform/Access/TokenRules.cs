using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Modules;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Crm.Host.Platform.Access;

/// <summary>What a token of the identity provider must fulfil. The provider's keys are fetched once and again when they change.</summary>
internal sealed class TokenRules
{
    private const int ShortestKey = 32;
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(1);

    private static readonly Phrase ProviderAway = new(
        "The identity provider cannot be asked for its keys. API keys still work; try again after the time in Retry-After.",
        "无法从身份提供方获取密钥。API 密钥仍可使用，请在 Retry-After 所示时间后重试。");

    private readonly AccessOptions _options;
    private readonly ConfigurationManager<OpenIdConnectConfiguration>? _provider;
    private readonly SymmetricSecurityKey? _key;

    public TokenRules(IOptions<AccessOptions> options)
    {
        _options = options.Value;
        if (!_options.HasProvider) return;
        if (string.IsNullOrEmpty(_options.Audience)) throw Missing(nameof(AccessOptions.Audience));
        if (string.IsNullOrEmpty(_options.SigningKey)) _provider = Discovery(_options.Authority!);
        else _key = Symmetric(_options);
    }

    public async ValueTask<TokenValidationParameters> Of(TimeProvider time, CancellationToken ct)
    {
        var rules = new TokenValidationParameters
        {
            ValidAudience = _options.Audience,
            ValidIssuer = _options.Issuer,
            IssuerSigningKey = _key,
            RequireSignedTokens = true,
            RequireExpirationTime = true,
            LifetimeValidator = (from, until, _, _) => IsNow(from, until, time.GetUtcNow()),
        };
        if (_provider is null)
        {
            rules.ValidAlgorithms = [SecurityAlgorithms.HmacSha256];
            return rules;
        }

        var provider = await Found(_provider, ct);
        rules.ValidIssuer = string.IsNullOrEmpty(_options.Issuer) ? provider.Issuer : _options.Issuer;
        rules.IssuerSigningKeys = provider.SigningKeys;
        // A provider's public key must never be taken for a shared secret.
        rules.ValidAlgorithms =
        [
            SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512, SecurityAlgorithms.RsaSsaPssSha256,
            SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384, SecurityAlgorithms.EcdsaSha512,
        ];
        return rules;
    }

    /// <summary>After a signature by an unknown key: the provider may have changed its keys. Asks again at most now and then.</summary>
    public void LookForNewKeys() => _provider?.RequestRefresh();

    private static async Task<OpenIdConnectConfiguration> Found(ConfigurationManager<OpenIdConnectConfiguration> provider, CancellationToken ct)
    {
        try
        {
            return await provider.GetConfigurationAsync(ct);
        }
        catch (Exception failure) when (!ct.IsCancellationRequested)
        {
            throw new Unavailable(ProviderAway, failure);
        }
    }

    private static bool IsNow(DateTime? from, DateTime? until, DateTimeOffset now) =>
        until is { } end && now < end + Tolerance && (from is not { } begin || now > begin - Tolerance);

    private static ConfigurationManager<OpenIdConnectConfiguration> Discovery(string authority) => new(
        $"{authority.TrimEnd('/')}/.well-known/openid-configuration",
        new OpenIdConnectConfigurationRetriever(),
        new HttpDocumentRetriever { RequireHttps = !new Uri(authority).IsLoopback });

    private static SymmetricSecurityKey Symmetric(AccessOptions options)
    {
        if (string.IsNullOrEmpty(options.Issuer)) throw Missing(nameof(AccessOptions.Issuer));
        var bytes = new byte[options.SigningKey!.Length];
        return Convert.TryFromBase64String(options.SigningKey, bytes, out var length) && length >= ShortestKey
            ? new SymmetricSecurityKey(bytes[..length])
            : throw new StartupFailure($"{AccessOptions.Section}:{nameof(AccessOptions.SigningKey)} is not the base64 form of at least {ShortestKey} bytes.");
    }

    private static StartupFailure Missing(string setting) =>
        new($"{AccessOptions.Section}:{setting} is missing: without it a token made for somebody else would be taken.");
}
