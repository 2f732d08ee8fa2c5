using Crm.BuildingBlocks;

namespace Crm.Host.Platform.Access;

/// <summary>Configuration section <c>Access</c>: the company's identity provider.</summary>
internal sealed class AccessOptions
{
    public const string Section = "Access";

    /// <summary>Address of the OpenID Connect provider; its keys are read from there. Empty: API keys only.</summary>
    public string? Authority { get; set; }

    /// <summary>Whom a token must be made for.</summary>
    public string? Audience { get; set; }

    /// <summary>Instead of <see cref="Authority"/>: base64 of a symmetric key (HS256, at least 32 bytes), with <see cref="Issuer"/>.</summary>
    public string? SigningKey { get; set; }

    /// <summary>Needed with <see cref="SigningKey"/>; with an authority it is what that says of itself.</summary>
    public string? Issuer { get; set; }

    public ClaimNames Claims { get; set; } = new();

    /// <summary>The provider's name of a role or group to the name of a role here. A name that is not listed counts as it is.</summary>
    public Dictionary<string, string> RoleNames { get; set; } = [];

    /// <summary>Whether somebody with a valid token and at least one known role becomes a user at the first request.</summary>
    public bool CreateUsers { get; set; } = true;

    /// <summary>What each person may use.</summary>
    public ClientLimits PersonLimits { get; set; } = ClientLimits.Default;

    public bool HasProvider => !string.IsNullOrEmpty(Authority) || !string.IsNullOrEmpty(SigningKey);

    /// <summary>Which claims say what.</summary>
    internal sealed class ClaimNames
    {
        /// <summary>The login; must never be given to another person.</summary>
        public string Login { get; set; } = "sub";

        public string Name { get; set; } = "name";

        public string Email { get; set; } = "email";

        public string Roles { get; set; } = "roles";

        /// <summary>Code of the org unit.</summary>
        public string Unit { get; set; } = "unit";
    }
}
