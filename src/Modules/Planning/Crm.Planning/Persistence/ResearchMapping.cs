using Microsoft.EntityFrameworkCore;

namespace Crm.Planning.Persistence;

internal static class ResearchMapping
{
    public static void Map(ModelBuilder model)
    {
    }
}
