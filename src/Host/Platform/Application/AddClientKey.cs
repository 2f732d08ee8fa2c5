using System.Text.Json.Serialization;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Host.Platform.Domain;
using Crm.Host.Platform.Persistence;
using FluentValidation;

namespace Crm.Host.Platform.Application;

/// <summary>One more key for a client.</summary>
/// <param name="ExpiresAt">Null never expires.</param>
internal sealed record AddClientKey(DateTimeOffset? ExpiresAt = null) : ICommand<KeyReply>
{
    [JsonIgnore]
    public Guid ClientId { get; init; }

    /// <summary>Made by whoever shows it to the administrator; the reply, which is kept for repeated requests, never has it.</summary>
    [JsonIgnore]
    public byte[] Secret { get; init; } = [];
}

internal sealed record KeyReply(Guid KeyId, int Version);

internal sealed class AddClientKeyValidator : AbstractValidator<AddClientKey>
{
    public AddClientKeyValidator() => RuleFor(c => c.Secret).NotEmpty();
}

internal sealed class AddClientKeyHandler(PlatformDbContext db, TimeProvider time) : ICommandHandler<AddClientKey, KeyReply>
{
    public async Task<KeyReply> Handle(AddClientKey command, CancellationToken ct)
    {
        var client = await db.ForChange<ApiClient, ApiClientId>(new ApiClientId(command.ClientId), ct);
        var key = client.AddKey(command.Secret, command.ExpiresAt, time.GetUtcNow());
        return new KeyReply(key.Id, client.Version);
    }
}
