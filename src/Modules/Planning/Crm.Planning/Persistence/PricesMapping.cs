using Microsoft.EntityFrameworkCore;

namespace Crm.Planning.Persistence;

internal static class PricesMapping
{
    public static void Map(ModelBuilder model)
    {
    }
}
