using Microsoft.EntityFrameworkCore;

namespace Crm.Planning.Persistence;

internal static class OffersMapping
{
    public static void Map(ModelBuilder model)
    {
    }
}
