using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Crm.BuildingBlocks.Hosting.Persistence;

/// <summary>The encrypting converters of a model hold the key ring, so two hosts in one process must not share a model.</summary>
internal sealed class ModelPerKeyRing : IModelCacheKeyFactory
{
    public object Create(DbContext context, bool designTime) =>
        (context.GetType(), designTime, (context as ModuleDbContext)?.Keys);
}
