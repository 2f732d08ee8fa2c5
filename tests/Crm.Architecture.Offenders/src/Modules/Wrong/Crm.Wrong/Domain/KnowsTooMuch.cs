using System.Text.Json.Serialization;
using Crm.Neighbour.Contracts;
using Crm.Wrong.Application;
using Crm.Wrong.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Crm.Wrong.Domain;

internal sealed class KnowsStorage(DbContext db)
{
    public override string ToString() => $"{db}";
}

internal sealed class KnowsStorageInALambda
{
    public Func<object> Make { get; } = () => new WrongContext();
}

internal sealed class KnowsOthersAsynchronously
{
    public async ValueTask Follow(List<Guid> neighbours)
    {
        await ValueTask.CompletedTask;
        object[] moved = new NeighbourMovedV1[neighbours.Count];
        GC.KeepAlive(moved);
    }
}

[JsonConverter(typeof(JsonStringEnumConverter))]
internal enum KnowsJson
{
    Yes,
}

internal sealed class KnowsUseCases
{
    public IReadOnlyDictionary<string, NeverValidated[]> Waiting { get; } = new Dictionary<string, NeverValidated[]>();
}

internal sealed class KnowsThePriceEngine
{
    public static decimal Half(decimal price) => Crm.Pricing.LeanOn.Half(price);
}

internal sealed class KnowsTheClock(TimeProvider time)
{
    public DateTimeOffset Now => time.GetUtcNow();
}
