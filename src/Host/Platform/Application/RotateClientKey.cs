using System.Text.Json.Serialization;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Host.Platform.Domain;
using Crm.Host.Platform.Persistence;
using FluentValidation;

namespace Crm.Host.Platform.Application;

/// <summary>A new key; the present one goes on for a while, so that the app can be changed over without a gap.</summary>
/// <param name="ExpiresAt">Of the new key; null never expires.</param>
/// <param name="OverlapHours">How long the present key goes on: 0 to 720, 24 when not given.</param>
internal sealed record RotateClientKey(DateTimeOffset? ExpiresAt = null, int? OverlapHours = null) : ICommand<KeyReply>
{
    [JsonIgnore]
    public Guid ClientId { get; init; }

    /// <summary>Made by whoever shows it to the administrator; the reply, which is kept for repeated requests, never has it.</summary>
    [JsonIgnore]
    public byte[] Secret { get; init; } = [];
}

internal sealed class RotateClientKeyValidator : AbstractValidator<RotateClientKey>
{
    public RotateClientKeyValidator()
    {
        RuleFor(c => c.Secret).NotEmpty();
        RuleFor(c => c.OverlapHours).InclusiveBetween(0, 720);
    }
}

internal sealed class RotateClientKeyHandler(PlatformDbContext db, TimeProvider time) : ICommandHandler<RotateClientKey, KeyReply>
{
    private const int UsualOverlapHours = 24;

    public async Task<KeyReply> Handle(RotateClientKey command, CancellationToken ct)
    {
        var client = await db.ForChange<ApiClient, ApiClientId>(new ApiClientId(command.ClientId), ct);
        var now = time.GetUtcNow();
        var key = client.Rotate(command.Secret, command.ExpiresAt, now.AddHours(command.OverlapHours ?? UsualOverlapHours), now);
        return new KeyReply(key.Id, client.Version);
    }
}
