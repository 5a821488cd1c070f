import { memoryRegister } from '../../core/register/memory-register.ts';
import { registerContract, rowOf, testSource } from '../register/contract.ts';

registerContract('the register in memory', () =>
  Promise.resolve(memoryRegister({ source: testSource(), rowOf, deviceId: 'device-1' })),
);
